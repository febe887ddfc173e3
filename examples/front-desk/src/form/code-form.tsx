// The form of a code, new or changed, which says beside each field what the lock has against it. A chunk of its own, with seam-edge/rules.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { AccessCode, Device } from 'seam-edge'
import { suggestCode } from 'seam-edge/rules'
import { ensureAccessCode } from 'seam-edge/status'
import { useConnection } from '../connection/connection'
import { OfflineError, useOnline } from '../connection/online'
import { reportError } from '../connection/session'
import { useSpeech } from '../language/language'
import { announce, useNow } from '../page-state'
import { ErrorNotice } from '../problems/error-notice'
import { useWaits } from '../waits/waits'
import { changeOf, checkDraft, type FieldName, parametersOf } from './check-draft'
import { type Draft, useDrafts } from './drafts'
import { Field } from './field'

interface Props {
  device: Device
  existing: AccessCode[]
  /** The code that is changed; undefined for a new one, and for one that is there no more. */
  edited: AccessCode | undefined
  zone: string
  isRemoved: boolean
}

export default function CodeForm({ device, existing, edited, zone, isRemoved }: Props) {
  const { draft: typed, edit, discard } = useDrafts()
  const { texts, words } = useSpeech()
  const now = useNow()
  const around = useMemo(() => ({ device, existing, zone, now }), [device, existing, zone, now])
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set())
  const [tried, setTried] = useState(false)
  const [noneLeft, setNoneLeft] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const close = () => {
    discard()
    // What had the focus is gone with the form.
    document.getElementById('lock')?.focus()
  }
  const sending = useSending(around, close)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  if (typed === undefined) return null
  const { form: said } = texts
  const { codeId, ...anew } = typed
  const isDeleted = codeId !== undefined && edited === undefined
  const draft: Draft = isDeleted ? anew : typed
  const isChange = draft.codeId !== undefined
  const { errors, notes } = checkDraft(draft, around, said, words)
  const errorOf = (field: FieldName) => (tried || touched.has(field) ? errors[field] : undefined)
  const change = (field: FieldName, part: Partial<Draft>) => {
    setTouched(new Set(touched).add(field))
    edit(part)
  }
  const suggest = () => {
    try {
      change('code', { code: suggestCode(device, { existing }) })
      setNoneLeft(false)
    } catch {
      setNoneLeft(true)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(errors).length === 0) sending.send(draft)
    // When what is wrong is shown.
    else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const hasErrors = Object.keys(errors).length > 0
  return (
    <form ref={form} className="code-form" onSubmit={submit} noValidate aria-labelledby="form-title">
      <h4 id="form-title">{edited === undefined ? said.createTitle : said.changeTitle(edited.name ?? '')}</h4>
      {isDeleted && (
        <p className="notice attention" role="alert">
          <strong>{said.deleted}</strong> {said.deletedDetail}
        </p>
      )}
      <Field
        label={said.name}
        hint={isChange ? said.keepName : said.nameHint}
        error={errorOf('name')}
        notes={notes.name ?? []}
        value={draft.name}
        onChange={(name) => change('name', { name })}
        autoComplete="off"
      />
      <Field
        label={said.pin}
        hint={isChange ? said.keepPin : said.pinHint}
        error={noneLeft ? said.noneLeft : errorOf('code')}
        notes={notes.code ?? []}
        value={draft.code}
        onChange={(code) => change('code', { code })}
        inputMode="numeric"
        autoComplete="off"
      >
        <button type="button" onClick={suggest}>
          {said.suggest}
        </button>
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.isLimited}
          onChange={({ target }) => edit({ isLimited: target.checked })}
        />
        {said.limited}
      </label>
      {draft.isLimited && (
        <div className="times">
          <Field
            type="datetime-local"
            label={said.starts}
            hint={zone}
            error={errorOf('starts_at')}
            notes={notes.starts_at ?? []}
            value={draft.starts}
            onChange={(starts) => change('starts_at', { starts })}
          />
          <Field
            type="datetime-local"
            label={said.ends}
            hint={zone}
            error={errorOf('ends_at')}
            notes={notes.ends_at ?? []}
            value={draft.ends}
            onChange={(ends) => change('ends_at', { ends })}
          />
        </div>
      )}
      {errors.all !== undefined && <p className="wrong">{errors.all}</p>}
      {notes.all?.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {tried && hasErrors && (
        <p className="wrong" role="alert">
          {said.fix}
        </p>
      )}
      <Failure sending={sending} />
      <div className="actions">
        <button type="submit" className="primary" disabled={sending.isPending || isRemoved}>
          {sending.isPending ? said.busy : edited === undefined ? said.create : said.save}
        </button>
        <button type="button" onClick={close}>
          {said.cancel}
        </button>
      </div>
    </form>
  )
}

const Failure = ({ sending }: { sending: ReturnType<typeof useSending> }) => {
  const { problems } = useSpeech().texts
  const isOnline = useOnline()
  if (sending.error === null) return null
  if (isOnline) return <ErrorNotice error={sending.error} />
  return (
    <p className="notice attention" role="alert">
      <strong>{problems.offline}</strong> {problems.offlineDetail}
    </p>
  )
}

/** Sends a draft: a new code so that a lost reply makes no second one, and waits for it to be on the lock. */
const useSending = (around: Parameters<typeof parametersOf>[1], onDone: () => void) => {
  const { codes } = useConnection()
  const { texts } = useSpeech()
  const { waitFor } = useWaits()
  const cache = useQueryClient()
  const isSending = useRef(false)
  const mutation = useMutation({
    retry: false,
    // Offline, it fails at once: what was typed stays, and nothing is sent later that nobody expects any more.
    networkMode: 'always',
    mutationFn: async (draft: Draft): Promise<Pick<AccessCode, 'access_code_id' | 'name'>> => {
      if (!navigator.onLine) throw new OfflineError()
      const { codeId } = draft
      if (codeId !== undefined) {
        await codes.update(changeOf({ ...draft, codeId }, around))
        const before = around.existing.find(({ access_code_id }) => access_code_id === codeId)
        return { access_code_id: codeId, name: draft.name.trim() || (before?.name ?? null) }
      }
      const parameters = parametersOf(draft, around)
      // An earlier attempt is found by its PIN, or by the draft's key.
      return ensureAccessCode(codes, parameters, 'code' in parameters ? {} : { key: draft.key })
    },
    onError: reportError,
    onSuccess: (code, { codeId }) => {
      const called = code.name ?? texts.codes.noName
      announce(codeId === undefined ? texts.form.created(called) : texts.form.changed(called))
      onDone()
      waitFor(code)
      return cache.invalidateQueries()
    },
    onSettled: () => {
      isSending.current = false
    },
  })
  /** Once, though two clicks may come before the page is drawn again. */
  const send = (draft: Draft) => {
    if (isSending.current) return
    isSending.current = true
    mutation.mutate(draft)
  }
  return { send, isPending: mutation.isPending, error: mutation.error }
}
