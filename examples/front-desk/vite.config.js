import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Relative addresses: the built page works from any folder of a file server.
export default defineConfig({ base: './', plugins: [react()] })
