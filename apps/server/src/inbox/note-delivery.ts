import type { NoteDelivery } from '../messaging/delivery-pump.ts'

/** What a delivery's new state means for its conversation. */
export const noteDelivery: NoteDelivery = async () => ({ facts: [], clientId: null })
