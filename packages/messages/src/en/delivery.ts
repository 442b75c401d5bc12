import type { delivery as french } from '../fr/delivery.ts'
import type { SameWords } from '../words.ts'

export const delivery: SameWords<typeof french> = {
  receipt: {
    sending: 'Sending…',
    waiting: 'Waiting for the connection',
    queued: 'Queued',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    failed: 'Not sent',
    unknown: 'Sending uncertain',
    delayed: 'Sent, delivery delayed',
    complained: 'Reported as spam',
    follow: '{state}: follow the sending',
    at: '{state}, {at}',
    failed_why: 'This message did not leave.',
    unknown_why: 'We do not know whether this message left. Check with the client before sending it again.',
    answer: 'The server’s answer: {answer}',
    resend: 'Send again',
    it_left: 'It left',
    retry: 'Try again',
    take_back: 'Take the text back',
  },
  leaving: {
    in: 'Leaves in {n} s',
    cancel: 'Undo',
  },
  track: {
    title: 'Follow the sending',
    to: 'To {recipient}',
    next_try: 'Next try: {at}.',
    tries: { one: '{n} try', other: '{n} tries' },
    none: 'This message was not sent by e-mail.',
  },
  trouble: {
    bounced: 'Your message to {name} was not delivered.',
    gave_up: 'Your message to {name} could not leave for three days.',
    unknown: 'We do not know whether your message to {name} left.',
    complained: '{name} reported your message as spam.',
    see: 'Show',
  },
}
