import type { PersonRole } from '@ennead/contracts';

/** Everybody, logged in or not. */
const anybody = 'public' as const;
/** Everybody with an account, whatever their roles. */
const account = 'logged-in' as const;

/**
 * Who may call what, written by hand: the second opinion that the server's own declarations are held against. Whoever
 * adds an endpoint writes its line here, from what is wanted and not from what was built.
 */
export const whoMay: Readonly<Record<string, typeof anybody | typeof account | readonly PersonRole[]>> = {
  // Anybody may read the standard, check a certificate, and come in.
  'GET /health/live': anybody,
  'GET /health/ready': anybody,
  'GET /api/standard': anybody,
  'GET /api/schemes': anybody,
  'POST /api/schemes/compute': anybody,
  'GET /api/verify/:number': anybody,
  'GET /api/credentials/:number/certificate.pdf': anybody,
  'GET /api/pages/:id': anybody,
  'GET /api/auth/csrf': anybody,
  'GET /api/auth/me': anybody,
  'POST /api/auth/register': anybody,
  'POST /api/auth/register/finish': anybody,
  'GET /api/auth/links/:token': anybody,
  'POST /api/auth/forgotten-password': anybody,
  'POST /api/auth/reset-password': anybody,
  'POST /api/auth/log-in': anybody,
  'POST /api/auth/log-in/code': anybody,
  'GET /api/auth/invitations/:token': anybody,
  'POST /api/auth/accept-invitation': anybody,

  'POST /api/auth/log-out': account,
  'PUT /api/auth/password': account,
  'PUT /api/auth/locale': account,
  // What one agrees to, and what is recorded of oneself, is everybody's own.
  'GET /api/agreements': account,
  'POST /api/agreements': account,
  'GET /api/me/data.json': account,
  'POST /api/auth/address/send': account,
  'POST /api/auth/address/confirm': account,
  'PUT /api/auth/address': account,
  'POST /api/auth/close': account,
  'GET /api/auth/second-factor': account,
  'POST /api/auth/second-factor/begin': account,
  'POST /api/auth/second-factor/confirm': account,
  'POST /api/auth/second-factor/recovery-codes': account,
  'POST /api/auth/second-factor/give-up': account,
  'GET /api/auth/log-ins': account,
  'DELETE /api/auth/log-ins/:id': account,
  'POST /api/auth/log-ins/end-others': account,

  // What one was told, and what of it comes by mail, is one’s own.
  'GET /api/notices': account,
  'GET /api/notices/unread': account,
  'POST /api/notices/read': account,
  'GET /api/notices/choices': account,
  'PUT /api/notices/choices': account,

  // Candidates sit exams, work in labs and submit portfolios of their own; nobody does it for them.
  'GET /api/enrolments/mine': ['candidate'],
  'POST /api/enrolments/:id/entries': ['candidate'],
  'GET /api/sessions/open': ['candidate'],
  'POST /api/sessions/:id/entries': ['candidate'],
  'POST /api/entries/:id/accept': ['candidate'],
  'POST /api/entries/:id/decline': ['candidate'],
  'POST /api/entries/:id/withdraw': ['candidate'],
  'GET /api/entries/mine': ['candidate'],
  'PUT /api/entries/:id/carried': ['candidate'],
  'POST /api/entries/:id/parts/:partId/attempt': ['candidate'],
  'GET /api/attempts/:id': ['candidate'],
  'GET /api/attempts/:id/clock': ['candidate'],
  'GET /api/attempts/:id/report': ['candidate'],
  'POST /api/attempts/:id/writer': ['candidate'],
  'POST /api/attempts/:id/saves': ['candidate'],
  'POST /api/attempts/:id/submit': ['candidate'],
  'POST /api/entries/:id/parts/:partId/lab-session': ['candidate'],
  'GET /api/lab-sessions/:id': ['candidate'],
  'POST /api/lab-sessions/:id/hand-in': ['candidate'],
  'WS /api/lab-sessions/:id/socket': ['candidate'],
  'GET /api/entries/:id/parts/:partId/portfolio': ['candidate'],
  'PUT /api/portfolios/:id/draft': ['candidate'],
  'POST /api/portfolios/:id/files': ['candidate'],
  'POST /api/portfolios/:id/links': ['candidate'],
  'DELETE /api/portfolios/:id/artefacts/:artefactId': ['candidate'],
  'POST /api/portfolios/:id/submit': ['candidate'],

  // A file of a portfolio is read by whoever made it, marks it or decides on it.
  'GET /api/artefacts/:id/file': ['candidate', 'assessor', 'moderator', 'certifier'],
  // A result is read by whom it is about, by who enrolled them and by who decides.
  'GET /api/entries/:id/result': ['candidate', 'manager', 'certifier'],

  // Candidates ask for another way to sit, or their institution does; a registrar decides, and nobody else learns why.
  'GET /api/entries/:id/accommodations': ['candidate'],
  'POST /api/entries/:id/accommodations': ['candidate', 'manager'],
  'GET /api/cohorts/:id/accommodations': ['manager'],
  'POST /api/accommodations/:id/withdraw': ['candidate'],
  'GET /api/accommodations': ['registrar'],
  'GET /api/accommodations/:id': ['registrar'],
  'POST /api/accommodations/:id/approve': ['registrar'],
  'POST /api/accommodations/:id/refuse': ['registrar'],

  // Training institutions run cohorts; trainers see those that they train.
  'GET /api/cohorts': ['trainer', 'manager'],
  'GET /api/cohorts/:id': ['trainer', 'manager'],
  'GET /api/cohorts/:id/members': ['trainer', 'manager'],
  'POST /api/cohorts': ['manager'],
  'GET /api/cohorts/trainers': ['manager'],
  'PUT /api/cohorts/:id/trainers': ['manager'],
  'POST /api/cohorts/:id/roster/preview': ['manager'],
  'POST /api/cohorts/:id/roster': ['manager'],
  'POST /api/cohorts/:id/invitations': ['manager'],
  'POST /api/cohorts/:id/reset-links': ['manager'],
  'GET /api/cohorts/:id/export.csv': ['manager'],

  // Assessors mark without knowing whom; moderators settle where two do not agree.
  // Whoever acts on cases says what ties them to whom; registrars look after the marking, without marking.
  'GET /api/interests': ['assessor', 'moderator', 'certifier', 'registrar', 'administrator'],
  'POST /api/interests': ['assessor', 'moderator', 'certifier', 'registrar', 'administrator'],
  'POST /api/interests/:id/end': ['assessor', 'moderator', 'certifier', 'registrar', 'administrator'],
  'POST /api/interests/confirm': ['assessor', 'moderator', 'certifier', 'registrar', 'administrator'],
  'POST /api/entries/:id/interest': ['certifier'],
  'POST /api/reviews/:id/hand-back': ['assessor', 'moderator'],
  'POST /api/reviews/:id/problem': ['assessor', 'moderator'],
  'GET /api/threats': ['registrar', 'certifier', 'administrator'],
  'POST /api/threats': ['registrar', 'certifier', 'administrator'],
  'POST /api/threats/:id/measures': ['registrar', 'administrator'],
  // Whoever saw somebody's papers says that an address is theirs.
  'GET /api/addresses': ['registrar'],
  'POST /api/addresses/:id/confirm': ['registrar'],
  'GET /api/assessment': ['registrar'],
  'POST /api/assessment/reviews/:id/reassign': ['registrar'],
  'POST /api/assessment/problems/:id/answer': ['registrar'],

  'GET /api/reviews': ['assessor'],
  'GET /api/adjudications': ['moderator'],
  'GET /api/reviews/:id': ['assessor', 'moderator'],
  'PUT /api/reviews/:id': ['assessor', 'moderator'],
  'POST /api/reviews/:id/submit': ['assessor', 'moderator'],

  // Certifiers decide, and only they.
  'GET /api/decisions/queue': ['certifier'],
  'GET /api/decisions/undecided': ['certifier'],
  'GET /api/decisions/above-scores': ['certifier'],
  'GET /api/decisions/decided': ['certifier'],
  'GET /api/entries/:id/evidence': ['certifier'],
  'GET /api/entries/:id/trail': ['certifier', 'administrator'],
  'GET /api/entries/:id/record': ['certifier', 'administrator'],
  'POST /api/entries/:id/decision': ['certifier'],
  'POST /api/decisions/:id/withdraw': ['certifier'],
  'POST /api/decisions/:id/confirm': ['certifier'],
  'POST /api/decisions/:id/reject': ['certifier'],

  // Administrators keep accounts, sessions and the work; they neither mark nor decide.
  'GET /api/people': ['administrator'],
  'POST /api/people': ['administrator'],
  'POST /api/people/:id/erase': ['administrator'],
  'PATCH /api/people/:id': ['administrator'],
  'POST /api/appointments/:id/agree': ['administrator'],
  'POST /api/appointments/:id/reject': ['administrator'],
  'POST /api/people/:id/link': ['administrator'],
  'POST /api/people/:id/second-factor/remove': ['administrator'],
  'GET /api/institutions': ['administrator'],
  'POST /api/institutions': ['administrator'],
  'GET /api/audit': ['administrator'],
  'GET /api/messages': ['administrator'],
  'GET /api/messages/:id': ['administrator'],
  'POST /api/messages/:id/link': ['administrator'],
  'POST /api/messages/:id/send-again': ['administrator'],
  'GET /api/audit/export.csv': ['administrator'],
  'GET /api/work': ['administrator'],
  'POST /api/work/parked/:handler/:eventId/retry': ['administrator'],
  'GET /api/sessions': ['manager', 'administrator'],
  'GET /api/sessions/choices': ['administrator'],
  'POST /api/sessions': ['administrator'],
  'PATCH /api/sessions/:id': ['administrator'],
  'POST /api/sessions/:id/extend': ['administrator'],
  'POST /api/sessions/:id/cancel': ['administrator'],
  'GET /api/sessions/:id/entries': ['administrator'],
  'POST /api/entries/:id/excuse': ['administrator'],
  'GET /api/entries/:id/free-sitting': ['administrator'],
  'POST /api/entries/:id/free-sitting': ['administrator'],
};
