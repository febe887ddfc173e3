// The head of the page: language, colours, and whose locks these are.
import { useEffect, useId, useState } from 'react'
import { type Language, languages, useSpeech } from './language/language'

interface Props {
  isPractice: boolean
  hasDrawer: boolean
  onDrawer: () => void
  onSignIn: () => void
  onPractice: () => void
}

type Theme = 'system' | 'light' | 'dark'
const storedUnder = 'front-desk.theme'

export const Header = ({ isPractice, hasDrawer, onDrawer, onSignIn, onPractice }: Props) => {
  const { language, setLanguage, texts } = useSpeech()
  const { page, practice } = texts
  const [theme, setTheme] = useState(() => (localStorage.getItem(storedUnder) ?? 'system') as Theme)
  const id = useId()
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
    localStorage.setItem(storedUnder, theme)
  }, [theme])
  return (
    <header className="head">
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {page.skip}
      </button>
      <h1>
        <svg aria-hidden="true" viewBox="0 0 24 24">
          <path d="M6 11V8a6 6 0 0 1 12 0v3M4.5 11h15v10h-15zM12 15v2.5" />
        </svg>
        {page.title}
      </h1>
      {isPractice && (
        <p className="practice" title={page.practiceHint}>
          {page.practice}
        </p>
      )}
      <div className="head-actions">
        {isPractice ? (
          <>
            <button type="button" aria-expanded={hasDrawer} onClick={onDrawer}>
              {practice.open}
            </button>
            <button type="button" onClick={onSignIn}>
              {page.own}
            </button>
          </>
        ) : (
          <button type="button" onClick={onPractice}>
            {page.toPractice}
          </button>
        )}
        <label className="visually-hidden" htmlFor={`${id}-language`}>
          {page.language}
        </label>
        <select
          id={`${id}-language`}
          value={language}
          onChange={({ target }) => setLanguage(target.value as Language)}
        >
          {Object.entries(languages).map(([value, name]) => (
            <option key={value} value={value} lang={value}>
              {name}
            </option>
          ))}
        </select>
        <label className="visually-hidden" htmlFor={`${id}-theme`}>
          {page.theme}
        </label>
        <select id={`${id}-theme`} value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
          {Object.entries(page.themes).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </header>
  )
}
