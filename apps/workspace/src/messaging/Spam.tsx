import { MailBin } from './MailBin.tsx'

/** Mail that nobody asked for. */
export default function Spam() {
  return <MailBin bin="spam" />
}
