/** What the platform records, by what it happens to, in the order of the way of the data. */
const actions = {
  'appointment-proposal': ['made', 'agreed', 'rejected', 'withdrawn'],
  person: ['registered', 'logged-in', 'created', 'changed', 'closed', 'data-given'],
  agreement: ['accepted'],
  address: ['confirmed', 'changed'],
  invitation: ['made', 'accepted', 'voided'],
  password: ['changed', 'reset', 'link-issued'],
  'one-time-link': ['made', 'used', 'voided'],
  'log-in': ['ended', 'failed'],
  'second-factor': ['set-up', 'codes-renewed', 'given-up', 'removed'],
  institution: ['created'],
  cohort: ['created', 'trainers-set', 'exported', 'renamed', 'archived', 'restored', 'mailed-again'],
  'exam-session': ['scheduled', 'changed', 'extended', 'cancelled'],
  roster: ['imported', 'undone'],
  enrolment: ['made'],
  entry: [
    'made',
    'invited',
    'requested',
    'put-in-line',
    'offered',
    'accepted',
    'confirmed',
    'declined',
    'turned-down',
    'withdrawn',
    'lapsed',
    'moved',
    'missed',
    'excused',
    'replaced',
    'decided',
    'reopened',
  ],
  attempt: ['started', 'taken-over', 'submitted', 'scored'],
  'lab-session': ['started', 'handed-in', 'graded', 'grading-stalled'],
  artefact: ['added', 'removed', 'downloaded'],
  portfolio: ['begun', 'submitted', 'assigned', 'disputed', 'scored'],
  review: ['assigned', 'submitted', 'handed-back', 'returned', 'problem-reported', 'problem-answered'],
  threat: ['found', 'met', 'closed'],
  interest: ['declared', 'ended', 'confirmed'],
  score: ['carried', 'given-up', 'changed', 'not-counted'],
  'score-run': ['recorded', 'planned', 'approved', 'applied', 'outdated', 'dropped'],
  decision: ['made', 'proposed', 'confirmed', 'rejected', 'withdrawn', 'withdrawal-proposed', 'superseded'],
  credential: ['issued', 'superseded', 'revoked'],
  message: [
    'queued',
    'suppressed',
    'claimed',
    'postponed',
    'sent',
    'captured',
    'refused',
    'lapsed',
    'left-uncertain',
    'requeued',
    'link-shown',
    'choice-made',
  ],
  evidence: ['viewed'],
  answers: ['viewed'],
  trail: ['viewed'],
  audit: ['exported'],
  event: ['retried'],
  content: ['published'],
} as const;

export type ActionGroup = keyof typeof actions;

export interface ActionsOfGroup {
  readonly group: ActionGroup;
  /** As recorded: `cohort.created`. */
  readonly actions: readonly string[];
}

export const groupedActions: readonly ActionsOfGroup[] = Object.entries(actions).map(([group, verbs]) => ({
  group: group as ActionGroup,
  actions: verbs.map((verb) => `${group}.${verb}`),
}));
