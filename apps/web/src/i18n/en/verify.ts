export default {
  title: 'Verify a certificate',
  lead: 'Enter the number on the certificate, or scan its QR code. No log-in is needed.',
  number: 'Certificate number',
  hint: 'It is printed on the certificate. Capitals, blanks and hyphens make no difference.',
  missing: 'Enter the number of the certificate.',
  submit: 'Verify',
  again: 'Verify another',
  checking: 'Checking…',
  state: {
    valid: 'Valid',
    expired: 'Expired',
    superseded: 'Superseded',
    revoked: 'Revoked',
    unknown: 'Unknown',
  },
  sentence: {
    valid: 'Ennead issued this certificate, and it is valid now.',
    expired: 'Ennead issued this certificate. It expired on {{date}} and is no longer valid.',
    superseded:
      'Ennead issued this certificate and has since issued a newer one to the same person for the same role and level, so this one is no longer valid. Whether the newer one holds now, its own number says.',
    supersededTwice:
      'Ennead issued this certificate and has since issued others to the same person for the same role and level, so this one is no longer valid. Another one is valid now.',
    revoked: 'Ennead issued this certificate and has revoked it. It is no longer valid.',
    unknown:
      'Ennead has never issued a certificate with this number. Compare it character by character; if it is what the certificate says, do not trust that certificate.',
    mistyped:
      'The check characters of this number do not match, so it is probably mistyped. Compare it with the certificate.',
  },
  field: {
    name: 'Name',
    role: 'Role',
    grade: 'Grade',
    number: 'Number',
    issued: 'Issued',
    expires: 'Valid until',
    revoked: 'Revoked',
    reason: 'Reason given',
    scheme: 'Scheme',
  },
  newer: 'See the newer certificate, {{number}}',
  validNow: 'See the certificate that is valid now, {{number}}',
  tookItsPlace: 'The one that took its place then: {{number}}',
  gradeText: '{{level}}, grade {{grade}}',
  checkedAt: 'Checked {{time}} ({{zone}})',
  howTitle: 'How to check without this page',
  how: {
    address:
      'Look at the address in your browser and make sure that it belongs to the certification body. The QR code on the certificate must lead to the same address.',
    document:
      'Ask for the certificate itself: name, role, grade and number must match this page letter by letter.',
    office:
      'Contact the certification body by means you found yourself, not those on the certificate, and ask it to look the number up in its register.',
  },
  privacy: 'This page shows only what the certificate itself says.',
} as const;
