import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { chunksByPage } from './chunks-by-page.ts'
import { precompress } from './precompress.ts'
import { dropUnusedSchemas } from './drop-unused-schemas.ts'
import { cloneIcons } from './clone-icons.ts'
import { preloadInbox } from './preload-inbox.ts'
import { shellWorker } from './shell-worker.ts'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [cloneIcons(), dropUnusedSchemas(), solid(), preloadInbox(), shellWorker(), precompress()],
  build: {
    target: 'es2022',
    // Nesting and layers are sent as written: every browser that runs the script knows them.
    cssTarget: ['chrome120', 'firefox121', 'safari17.2'],
    modulePreload: { polyfill: false },
    manifest: true,
    outDir: 'dist',
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false },
      output: { codeSplitting: { groups: chunksByPage() } },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/form': server,
      '/o/': server,
      '/socket.io': { target: server, ws: true },
    },
  },
})
