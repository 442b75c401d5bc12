import type { letters as fr } from '../fr/letters.ts'
import type { SameWords } from '../words.ts'

export const letters: SameWords<typeof fr> = {
  roles: { admin: 'beheerder', member: 'teamlid', delegate: 'medewerker' },
  invitation: {
    subject: '{inviter} nodigt u uit bij {business}',
    hello: 'Dag,',
    body: '{inviter} nodigt u uit om als {role} mee te werken bij “{business}” op Comptoir.',
    action: 'Uitnodiging aanvaarden',
    ending:
      'Deze link is 7 dagen geldig en alleen voor u bedoeld. Verwachtte u deze uitnodiging niet, dan mag u dit bericht negeren.',
  },
  reminder: {
    subject: 'Herinnering: {client}',
    hello: 'Dag {name},',
    body: 'U wilde herinnerd worden aan het gesprek “{subject}” met {client}.',
    action: 'Het gesprek openen',
    ending: 'Het staat bovenaan in uw postvak. Markeer de herinnering als gedaan, of stel ze uit, in het gesprek.',
  },
  notices: {
    subject: { one: '{n} melding wacht op u bij {business}', other: '{n} meldingen wachten op u bij {business}' },
    hello: 'Dag {name},',
    body: 'Terwijl u weg was:',
    action: 'Comptoir openen',
    ending: 'Hoogstens één bericht per uur, wanneer u weg bent. Kies hier wat u ontvangt:',
    lines: {
      mention: '{actor} heeft u vermeld',
      assigned: '{actor} heeft u het gesprek toevertrouwd',
      assigned_many: {
        one: '{actor} heeft u {n} gesprek toevertrouwd',
        other: '{actor} heeft u {n} gesprekken toevertrouwd',
      },
      answered: '{actor} heeft geschreven',
      trouble: 'Een bericht is niet aangekomen, of niemand weet het',
      reminder: 'Een herinnering is te doen',
    },
  },
  password_reset: {
    subject: 'Een nieuw wachtwoord kiezen',
    hello: 'Dag {name},',
    body: 'U hebt gevraagd om een nieuw wachtwoord te kiezen voor Comptoir.',
    action: 'Wachtwoord kiezen',
    ending:
      'Deze link is één uur geldig en werkt één keer. Hebt u niets gevraagd, dan mag u dit bericht negeren: uw wachtwoord blijft hetzelfde.',
  },
}
