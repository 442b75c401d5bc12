import * as v from 'valibot'
import { command, text } from './base.ts'

/** What a mail ends with; empty: nothing. */
export const changeSignatureInput = v.object({ ...command, html: text(20_000) })
export type ChangeSignatureInput = v.InferOutput<typeof changeSignatureInput>

/** Whether what one writes shall end with one's signature. */
export const signatureChoice = v.picklist(['with', 'without'])
export type SignatureChoice = v.InferOutput<typeof signatureChoice>

/** A signature a mailbox prescribes to all who write from it. */
export interface PrescribedSignature {
  mailboxId: string
  address: string
  html: string
}

/** One's own signature here, and those that mailboxes of the team prescribe, as they were at `seq`. */
export interface SignaturesSlice {
  seq: number
  own: string
  prescribed: PrescribedSignature[]
}
