import type { delivery as french } from '../fr/delivery.ts'
import type { SameWords } from '../words.ts'

export const delivery: SameWords<typeof french> = {
  receipt: {
    sending: 'Verzenden…',
    waiting: 'Wacht op verbinding',
    queued: 'In de wachtrij',
    sent: 'Verzonden',
    delivered: 'Bezorgd',
    read: 'Gelezen',
    failed: 'Niet verzonden',
    unknown: 'Verzending onzeker',
    delayed: 'Verzonden, bezorging vertraagd',
    complained: 'Gemeld als ongewenst',
    follow: '{state}: de verzending volgen',
    at: '{state}, {at}',
    failed_why: 'Dit bericht is niet vertrokken.',
    unknown_why: 'We weten niet of dit bericht vertrokken is. Vraag het de klant voor u opnieuw verzendt.',
    answer: 'Antwoord van de server: {answer}',
    resend: 'Opnieuw verzenden',
    it_left: 'Het is vertrokken',
    retry: 'Opnieuw proberen',
    take_back: 'De tekst terugnemen',
  },
  leaving: {
    in: 'Vertrekt over {n} s',
    cancel: 'Annuleren',
  },
  track: {
    title: 'Verzending volgen',
    to: 'Aan {recipient}',
    next_try: 'Volgende poging: {at}.',
    tries: { one: '{n} poging', other: '{n} pogingen' },
    none: 'Dit bericht werd niet per e-mail verzonden.',
  },
  trouble: {
    bounced: 'Uw bericht aan {name} werd niet bezorgd.',
    gave_up: 'Uw bericht aan {name} kon in drie dagen niet vertrekken.',
    unknown: 'We weten niet of uw bericht aan {name} vertrokken is.',
    complained: '{name} meldde uw bericht als ongewenst.',
    see: 'Bekijken',
  },
}
