export interface DeliveryReport {
  to: string
  recipient: string
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  status?: string
  answer?: string
  messageId?: string
  envelopeId?: string
}

/** A report of a mail server about a mail, as RFC 3464 has it. */
export function deliveryReport({ to, recipient, action, status, answer, messageId, envelopeId }: DeliveryReport) {
  return [
    'From: Mail Delivery System <mailer-daemon@exemple.example>',
    `To: ${to}`,
    'Subject: Delivery report',
    `Message-ID: <${Math.random().toString(36).slice(2)}@exemple.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is the mail system.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    'Reporting-MTA: dns; mx.exemple.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status ?? statusOf[action]}`,
    ...(answer ? [`Diagnostic-Code: smtp; ${answer}`] : []),
    '',
    ...(messageId
      ? ['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${messageId}>`, 'Subject: Re', '']
      : []),
    '--b--',
    '',
  ].join('\r\n')
}

const statusOf = { failed: '5.1.1', delayed: '4.4.1', delivered: '2.0.0', relayed: '2.0.0', expanded: '2.0.0' }
