import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { LanguageProvider } from './language/language'
import './styles/page.css'
import './styles/lock.css'
import './styles/form.css'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </StrictMode>,
  )
}
