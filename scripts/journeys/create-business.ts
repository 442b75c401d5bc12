import type { Seat } from './take-seat.ts'

/** Joëlle's own business, made as the first page does. */
export async function createBusiness({ context, url }: Seat): Promise<void> {
  const owner = { name: 'Joëlle Lambert', email: 'joelle@exemple.example', password: 'une longue phrase' }
  const data = { ...owner, businessName: 'Atelier Lambert', locale: 'fr', code: '' }
  const answer = await context.request.post(`${url}/api/businesses`, { data })
  if (!answer.ok()) throw new Error(`the business was not made: ${await answer.text()}`)
}
