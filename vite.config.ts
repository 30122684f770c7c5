import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: { assetsInlineLimit: 0, target: 'es2022' },
  // The server bundle's entry is ours: it starts Hono and hands the rest to React Router.
  environments: { ssr: { build: { rollupOptions: { input: 'app/server/main.server.ts' } } } },
  server: { watch: { ignored: ['**/data/**', '**/build/**'] } },
})
