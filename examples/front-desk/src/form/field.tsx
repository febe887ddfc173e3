// A labelled field with a hint, and what is wrong or worth knowing beside it, which screen readers read with it.
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  hint?: string | undefined
  error?: string | undefined
  notes?: string[]
  value: string
  onChange: (value: string, isBad: boolean) => void
  children?: ReactNode
}

export const Field = ({ label, hint, error, notes = [], value, onChange, children, ...input }: Props) => {
  const id = useId()
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <div className="field-row">
        <input
          {...input}
          id={id}
          value={value}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-said`}
          onChange={({ target }) => onChange(target.value, target.validity.badInput)}
        />
        {children}
      </div>
      <div id={`${id}-said`} className="field-said">
        {error !== undefined && <p className="wrong">{error}</p>}
        {notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
        {error === undefined && notes.length === 0 && hint !== undefined && <p className="hint">{hint}</p>}
      </div>
    </div>
  )
}
