import type { Letter } from '../platform/mail/mail-transport';

/** What a mail about an account needs to know. */
export interface AccountMail {
  to: string;
  language: string;
  link: string;
}

// Mails lie in mailboxes that others may see: they say nothing of guests, sites or what the organization does.
const texts = {
  en: {
    invitation: (organizationName: string) => ({
      subject: 'You are invited to Posada',
      lines: [
        'Hello,',
        `${organizationName} has made an account for you in Posada. Open this link and choose a password:`,
        'LINK',
        'The link works once and for three days. If you did not expect this mail, you can ignore it.',
      ],
    }),
    passwordReset: () => ({
      subject: 'Choose a new password',
      lines: [
        'Hello,',
        'Somebody asked for a new password for your Posada account. If it was you, open this link:',
        'LINK',
        'The link works once and for one hour. If it was not you, ignore this mail: your password stays as it is.',
      ],
    }),
    passwordChanged: () => ({
      subject: 'Your password was changed',
      lines: ['Hello,', 'The password of your Posada account was just changed. If it was not you, ask for a new password at once and tell your administrator:', 'LINK'],
    }),
  },
  es: {
    invitation: (organizationName: string) => ({
      subject: 'Le invitan a Posada',
      lines: [
        'Hola:',
        `${organizationName} ha creado una cuenta para usted en Posada. Abra este enlace y elija una contraseña:`,
        'LINK',
        'El enlace sirve una sola vez y durante tres días. Si no esperaba este correo, puede ignorarlo.',
      ],
    }),
    passwordReset: () => ({
      subject: 'Elija una contraseña nueva',
      lines: [
        'Hola:',
        'Alguien pidió una contraseña nueva para su cuenta de Posada. Si fue usted, abra este enlace:',
        'LINK',
        'El enlace sirve una sola vez y durante una hora. Si no fue usted, ignore este correo: su contraseña no cambia.',
      ],
    }),
    passwordChanged: () => ({
      subject: 'Su contraseña ha cambiado',
      lines: ['Hola:', 'La contraseña de su cuenta de Posada acaba de cambiar. Si no fue usted, pida enseguida una nueva y avise a su administrador:', 'LINK'],
    }),
  },
} as const;

/** The mail that invites somebody, in the recipient's language. */
export function invitationMail(mail: AccountMail, organizationName: string): Letter {
  return letter(mail, textsFor(mail.language).invitation(organizationName));
}

/** The mail with the link to a new password. */
export function passwordResetMail(mail: AccountMail): Letter {
  return letter(mail, textsFor(mail.language).passwordReset());
}

/** The mail that tells somebody that the password was changed. */
export function passwordChangedMail(mail: AccountMail): Letter {
  return letter(mail, textsFor(mail.language).passwordChanged());
}

function textsFor(language: string): (typeof texts)['en'] | (typeof texts)['es'] {
  return language === 'es' ? texts.es : texts.en;
}

function letter({ to, link }: AccountMail, { subject, lines }: { subject: string; lines: readonly string[] }): Letter {
  return { to, subject, text: `${lines.map((line) => (line === 'LINK' ? link : line)).join('\n\n')}\n` };
}
