import { everyday } from './stories-everyday.ts'
import { orders } from './stories-orders.ts'
import { quotes } from './stories-quotes.ts'
import type { Story } from './turns.ts'

/** Every story once; the example tells each of them to several clients. */
export const stories: Story[] = [...quotes, ...orders, ...everyday]
