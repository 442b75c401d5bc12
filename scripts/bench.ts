import { parseArgs } from 'node:util'
import { bulk } from './bench/bulk.ts'
import { attachmentMemory } from './bench/attachment-memory.ts'
import type { Figure } from './bench/figure.ts'
import { fanOut } from './bench/fan-out.ts'
import { firstLoad } from './bench/first-load.ts'
import { intake } from './bench/intake.ts'
import { inboxList } from './bench/inbox-list.ts'
import { memory } from './bench/memory.ts'
import { postMessage } from './bench/post-message.ts'
import { printFigures } from './bench/print-figures.ts'
import { openConversation } from './bench/open-conversation.ts'
import { scrolling } from './bench/scrolling.ts'
import { search } from './bench/search.ts'
import { startProduct, type Product } from './bench/product.ts'
import { sendReplies } from './bench/send-replies.ts'
import { views } from './bench/views.ts'

const benches: Record<string, (product: Product) => Promise<Figure[]>> = {
  'post-message': postMessage,
  'inbox-list': inboxList,
  views,
  bulk,
  search,
  'fan-out': fanOut,
  'first-load': firstLoad,
  'open-conversation': openConversation,
  scrolling,
  memory,
  intake,
  'send-replies': sendReplies,
  'attachment-memory': attachmentMemory,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, full: { type: 'boolean', default: false } },
})
const unknown = positionals.find((name) => !(name in benches))
if (unknown) {
  console.error(`There is no bench named ${unknown}; there are ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const figures: Figure[] = []
const broken: string[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  try {
    figures.push(...(await run(name)))
  } catch (error) {
    // What the others measured is not lost by it.
    console.error(`${name} could not be measured:`, error)
    broken.push(name)
  }
}

if (values.json) for (const one of figures) console.log(JSON.stringify(one))
else printFigures(figures)
process.exit(broken.length === 0 && figures.every((one) => one.ok) ? 0 : 1)

async function run(name: string): Promise<Figure[]> {
  // Each has a server of its own, so that what one leaves behind does not weigh on the next.
  const product = await startProduct(values.full ? 200_000 : 20_000)
  try {
    const measured = await benches[name]!(product)
    if (!values.json)
      for (const one of measured) console.error(`${one.bench}: ${one.figure} ${one.ok ? 'ok' : 'MISSED'}`)
    return measured
  } finally {
    await product.stop()
  }
}
