/**
 * Every move that anything with states can make, spelled out by hand: the state before (`-` where a thing is born), the
 * event with its guards, the state after, and the line that it leaves in the trail and the outbox.
 */
export const spelledOut: Record<string, { readonly states: string; readonly moves: readonly string[] }> = {
  'appointment-proposal': {
    states: 'open agreed rejected withdrawn',
    moves: [
      '- propose -> open: appointment-proposal.made',
      'open agree[second-person] -> agreed: appointment-proposal.agreed',
      'open reject[second-person] -> rejected: appointment-proposal.rejected',
      'open withdraw -> withdrawn: appointment-proposal.withdrawn',
    ],
  },
  accommodation: {
    states: 'asked approved refused withdrawn ended lapsed',
    moves: [
      '- ask[not-over] -> asked: accommodation.asked',
      'asked approve[not-over,no-conflict] -> approved: accommodation.approved',
      'asked refuse[no-conflict] -> refused: accommodation.refused',
      'asked withdraw -> withdrawn: accommodation.withdrawn',
      'asked lapse -> lapsed: accommodation.lapsed',
      'approved replace -> ended: accommodation.replaced',
      'approved lapse -> lapsed: accommodation.lapsed',
    ],
  },
  'bar-exception': {
    states: 'asked approved refused',
    moves: [
      '- ask -> asked: bar-exception.asked',
      'asked approve[second-person,no-conflict] -> approved: bar-exception.approved',
      'asked refuse[second-person,no-conflict] -> refused: bar-exception.refused',
    ],
  },
  threat: {
    states: 'watched closed',
    moves: ['- find -> watched: threat.found', 'watched close -> closed: threat.closed'],
  },
  enrolment: { states: 'active', moves: ['- apply -> active: enrolment.made'] },
  entry: {
    states:
      'waiting invited requested entered missed decided reopened excused replaced declined turned-down withdrawn lapsed',
    moves: [
      '- enter[may-try] -> entered: entry.made',
      '- invite -> invited: entry.invited',
      '- request[may-try] -> requested: entry.requested',
      '- wait[full] -> waiting: entry.put-in-line',
      'waiting offer[place-free] -> invited: entry.offered',
      'waiting withdraw[not-begun] -> withdrawn: entry.withdrawn',
      'waiting lapse[over] -> lapsed: entry.lapsed',
      'invited accept[in-time,may-try] -> requested: entry.accepted',
      'invited decline -> declined: entry.declined',
      'invited withdraw[not-begun] -> withdrawn: entry.withdrawn',
      'invited lapse[over] -> lapsed: entry.lapsed',
      'requested confirm -> entered: entry.confirmed',
      'requested turn-down -> turned-down: entry.turned-down',
      'requested withdraw[not-begun] -> withdrawn: entry.withdrawn',
      'requested lapse[over] -> lapsed: entry.lapsed',
      'entered withdraw[not-begun] -> withdrawn: entry.withdrawn',
      'entered miss[not-begun,over] -> missed: entry.missed',
      'entered excuse[not-begun] -> excused: entry.excused',
      'entered replace -> replaced: entry.replaced',
      'entered decide[decision,begun] -> decided: entry.decided',
      'missed excuse[not-begun] -> excused: entry.excused',
      'missed replace -> replaced: entry.replaced',
      'decided replace -> replaced: entry.replaced',
      'decided reopen[grade-changed] -> reopened: entry.reopened',
      'reopened replace -> replaced: entry.replaced',
      'reopened decide[decision,begun] -> decided: entry.decided',
    ],
  },
  'exam-session': {
    states: 'scheduled cancelled',
    moves: [
      '- schedule[content-ready] -> scheduled: exam-session.scheduled',
      'scheduled change[not-opened] -> scheduled: exam-session.changed',
      'scheduled extend[not-over] -> scheduled: exam-session.extended',
      'scheduled admit[not-over] -> scheduled: exam-session.access-changed',
      'scheduled cancel[not-begun] -> cancelled: exam-session.cancelled',
    ],
  },
  attempt: {
    states: 'open submitted scored',
    moves: [
      '- start[window] -> open: attempt.started',
      'open submit[writer,in-time] -> submitted: attempt.submitted',
      'open expire[over] -> submitted: attempt.submitted',
      'submitted score -> scored: attempt.scored',
    ],
  },
  'lab-session': {
    states: 'open handed-in stalled graded',
    moves: [
      '- start[window] -> open: lab-session.started',
      'open hand-in -> handed-in: lab-session.handed-in',
      'open expire[over] -> handed-in: lab-session.handed-in',
      'handed-in grade[fence,snapshot] -> graded: lab-session.graded',
      'handed-in stall[tries] -> stalled: lab-session.grading-stalled',
      'stalled grade[fence,snapshot] -> graded: lab-session.graded',
      'stalled stall[tries] -> stalled: lab-session.grading-stalled',
    ],
  },
  portfolio: {
    states: 'draft submitted in-review adjudication scored',
    moves: [
      '- begin[window] -> draft: portfolio.begun',
      'draft submit[window,complete] -> submitted: portfolio.submitted',
      'submitted assign[no-conflict] -> in-review: portfolio.assigned',
      'in-review agree -> scored: portfolio.scored',
      'in-review differ -> adjudication: portfolio.disputed',
      'adjudication adjudicate -> scored: portfolio.scored',
      'adjudication mark-anew -> in-review: portfolio.to-mark-anew',
      'scored mark-anew -> in-review: portfolio.to-mark-anew',
      'scored settle-anew -> adjudication: portfolio.to-settle-anew',
    ],
  },
  review: {
    states: 'assigned submitted handed-back set-aside',
    moves: [
      '- assign[no-conflict] -> assigned: review.assigned',
      'assigned submit[complete] -> submitted: review.submitted',
      'assigned hand-back -> handed-back: review.handed-back',
      'assigned return -> handed-back: review.returned',
      'submitted set-aside[no-conflict,undecided] -> set-aside: review.set-aside',
    ],
  },
  decision: {
    states: 'proposed effective superseded rejected',
    moves: [
      '- decide[evidence,no-conflict] -> effective: decision.made',
      '- propose[evidence,no-conflict] -> proposed: decision.proposed',
      '- withdraw[standing-grant,no-conflict] -> effective: decision.withdrawn',
      '- propose-withdrawal[standing-grant,no-conflict] -> proposed: decision.withdrawal-proposed',
      'proposed confirm[second-person,composite-unchanged] -> effective: decision.confirmed',
      'proposed confirm-withdrawal[second-person,composite-unchanged] -> effective: decision.withdrawn',
      'proposed reject[second-person] -> rejected: decision.rejected',
      'effective supersede -> superseded: decision.superseded',
    ],
  },
  credential: {
    states: 'issued superseded revoked',
    moves: [
      '- issue[grant] -> issued: credential.issued',
      'issued supersede -> superseded: credential.superseded',
      'issued revoke[no-conflict] -> revoked: credential.revoked',
    ],
  },
  invitation: {
    states: 'pending accepted voided',
    moves: [
      '- invite -> pending: invitation.made',
      'pending accept[in-time] -> accepted: invitation.accepted',
      'pending void -> voided: invitation.voided',
    ],
  },
  'one-time-link': {
    states: 'pending used voided',
    moves: [
      '- make -> pending: one-time-link.made',
      'pending use[in-time] -> used: one-time-link.used',
      'pending void -> voided: one-time-link.voided',
    ],
  },
  message: {
    states: 'queued sending uncertain refused captured sent suppressed',
    moves: [
      '- queue -> queued: message.queued',
      '- suppress -> suppressed: message.suppressed',
      'queued claim[due] -> sending: message.claimed',
      'queued postpone[not-sent] -> queued: message.postponed',
      'queued capture[due] -> captured: message.captured',
      'queued lapse[link-over] -> refused: message.lapsed',
      'sending postpone[not-sent] -> queued: message.postponed',
      'sending deliver[claim-held] -> sent: message.sent',
      'sending refuse[claim-held] -> refused: message.refused',
      'sending lose[claim-lost] -> uncertain: message.left-uncertain',
      'uncertain requeue[link-there] -> queued: message.requeued',
      'refused requeue[link-there] -> queued: message.requeued',
    ],
  },
  'score-run': {
    states: 'planned approved applied stale dropped',
    moves: [
      '- record -> applied: score-run.recorded',
      '- plan -> planned: score-run.planned',
      'planned approve[second-person] -> approved: score-run.approved',
      'planned outdate -> stale: score-run.outdated',
      'planned drop -> dropped: score-run.dropped',
      'approved apply -> applied: score-run.applied',
      'approved outdate -> stale: score-run.outdated',
    ],
  },
};
