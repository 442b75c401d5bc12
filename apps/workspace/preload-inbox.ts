import type { HtmlTagDescriptor, Plugin } from 'vite'

/** The chunks of the page and the language most people open; the browser fetches them beside the first one, not after it. */
const chunks = new Set(['WorkspaceFrame', 'inbox', 'InboxPage', 'fr'])

export function preloadInbox(): Plugin {
  return {
    name: 'preload-inbox',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {}).flatMap((file): HtmlTagDescriptor[] => {
          const name = file.type === 'chunk' ? file.name : file.names[0]?.replace(/\.css$/, '')
          if (!name || !chunks.has(name)) return []
          const href = `/${file.fileName}`
          if (file.type === 'chunk')
            return [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href }, injectTo: 'head' }]
          return [{ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href }, injectTo: 'head' }]
        }),
    },
  }
}
