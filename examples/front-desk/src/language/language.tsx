// The language of the page, its texts, and the words for what seam-edge says. German words are a chunk of their own.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type Messages, type Wording, wording } from 'seam-edge/messages'
import { de } from './de'
import { en, type Texts } from './en'
import { messages as english } from './english-messages'

export type Language = 'en' | 'de'
export const languages: Record<Language, string> = { en: 'English', de: 'Deutsch' }

interface Speech {
  language: Language
  setLanguage: (language: Language) => void
  texts: Texts
  words: Wording
}

const Context = createContext<Speech | undefined>(undefined)
const storedUnder = 'front-desk.language'

const preferred = (): Language => {
  const stored = localStorage.getItem(storedUnder)
  if (stored === 'en' || stored === 'de') return stored
  return navigator.language.startsWith('de') ? 'de' : 'en'
}

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState(preferred)
  const [german, setGerman] = useState<Messages>()
  const texts = language === 'de' ? de : en

  useEffect(() => {
    document.documentElement.lang = language
    document.title = texts.page.title
    localStorage.setItem(storedUnder, language)
    if (language === 'de')
      import('./german/messages').then(
        ({ messages }) => setGerman(messages),
        () => {},
      )
  }, [language, texts])

  const speech = useMemo(() => {
    const messages = language === 'de' ? german : english
    return { language, setLanguage, texts, words: wording({ messages, labels: texts.form.labels }) }
  }, [language, texts, german])
  return <Context.Provider value={speech}>{children}</Context.Provider>
}

export const useSpeech = (): Speech => {
  const speech = useContext(Context)
  if (speech === undefined) throw new Error('useSpeech outside of LanguageProvider')
  return speech
}
