import type { ClientResponse } from 'hono/client'
import type { ResponseFormat } from 'hono/types'
import type { StatusCode } from 'hono/utils/http-status'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { textOf } from './asked-early.ts'
import { noteServerTime } from './server-clock.ts'

/**
 * What the server answered, as JSON; nothing for an empty answer.
 * Throws `Refused` when the server said no, and `Unreachable` when nobody answered.
 */
export async function ask<Answer, Status extends StatusCode, Format extends ResponseFormat>(
  request: Promise<ClientResponse<Answer, Status, Format>>,
): Promise<Answer> {
  const response = await request.catch(asUnreachable)
  noteServerTime(response)
  const body = parsed(await Promise.resolve(textOf(response)).catch(asUnreachable))
  if (response.ok) return body as Answer
  if (isRefusal(body)) throw new Refused(body)
  throw new Unreachable()
}

/** The server said no, and why. */
export class Refused extends Error {
  override name = 'Refused'
  readonly body: RefusalBody

  constructor(body: RefusalBody) {
    super(`${body.code}: ${body.message}`)
    this.body = body
  }

  get code() {
    return this.body.code
  }

  /** Field → key of what is wrong with it. */
  get fields(): Record<string, string> {
    const fields = this.body.details?.['fields']
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, string>) : {}
  }
}

/** Nobody answered: no network, or no server. */
export class Unreachable extends Error {
  override name = 'Unreachable'

  constructor(cause?: unknown) {
    super('the server cannot be reached', { cause })
  }
}

function asUnreachable(cause: unknown): never {
  // Whoever gave up waiting knows it.
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  throw new Unreachable(cause)
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    // A proxy in between answers with a page of its own.
    throw new Unreachable(cause)
  }
}

function isRefusal(body: unknown): body is RefusalBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body
}
