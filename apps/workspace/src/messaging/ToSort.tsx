import { MailBin } from './MailBin.tsx'

/** Mail that could not be filed by itself. */
export default function ToSort() {
  return <MailBin bin="to-sort" />
}
