/** The processes of Ennead, each with a database role of its own; the owner of the schema is none of them. */
export const processRoles = ['app', 'runner', 'worker', 'publisher'] as const;
export type ProcessRole = (typeof processRoles)[number];

const add = 'SELECT, INSERT';
/** To what was made, only these columns change. Whoever locks a row must be able to change one of it. */
const change = (...columns: readonly string[]) => `${add}, UPDATE (${columns.join(', ')})`;
const remove = 'SELECT, INSERT, UPDATE, DELETE';
const addToTrail = 'INSERT (actor_id, action, subject_kind, subject_id, entry_id, detail)';

/**
 * What each process may do with each table, as GRANT has it; what is not here it may not. Where a record must stay as
 * it was made, nobody may update or delete it.
 */
export const grants: Readonly<Record<string, Partial<Record<ProcessRole, string>>>> = {
  // The bank. Each process reads its own shelves: keys never the lab host, secrets never the server, which adds the
  // keys of credited and dropped items and, by a run that two persons stand for, says what is in force. Publishing sees
  // of what it may not read whether it is there.
  content_body: { app: add, runner: 'SELECT', worker: 'SELECT', publisher: add },
  body_common: { app: 'SELECT', runner: 'SELECT', worker: 'SELECT', publisher: add },
  body_exam: { app: 'SELECT', worker: 'SELECT', publisher: 'SELECT (hash), INSERT' },
  body_key: { app: add, worker: 'SELECT', publisher: 'SELECT (hash), INSERT' },
  body_secret: { runner: 'SELECT', publisher: 'SELECT (hash), INSERT' },
  content_version: {
    app: 'SELECT',
    runner: 'SELECT',
    worker: 'SELECT (kind, id, state, hash)',
    publisher: change('state'),
  },
  in_force: {
    app: change('hash', 'since', 'run_id'),
    runner: 'SELECT',
    worker: 'SELECT',
    publisher: 'SELECT, INSERT (of_hash, kind, hash), UPDATE (hash, since)',
  },

  // What a signature is checked by. Whoever could add a key could sign.
  signing_key: { app: 'SELECT', runner: 'SELECT' },

  // People.
  institution: { app: add },
  person: {
    app: change(
      'locale',
      'password_hash',
      'roles',
      'institution_id',
      'created_by_institution_id',
      'released_at',
      'disabled_at',
      'email',
      'email_confirmed_at',
      'unproven_since',
      'closed_at',
      'name',
      'latin_name',
    ),
    // To whom it writes, and in which language; and whom an institution lets go of.
    worker:
      'SELECT (id, roles, disabled_at, is_opened, is_active, email, email_confirmed_at, name, locale, institution_id, created_by_institution_id, released_at), UPDATE (name, institution_id, created_by_institution_id, released_at)',
  },
  // Kept by the database itself.
  person_address: { app: 'SELECT', worker: 'SELECT' },
  one_time_link: { app: change('state', 'used_at') },
  // With an institution that lets go of somebody its links end; the worker knows them by their hashes, and sends the mailed ones anyway.
  invitation: { app: change('state', 'accepted_at'), worker: 'SELECT, UPDATE (state)' },
  // Whoever gives a second factor up, or loses it, has none: nothing hangs on those from before.
  second_factor: { app: `${change('confirmed_at', 'last_step')}, DELETE` },
  recovery_code: { app: `${change('used_at')}, DELETE` },
  guess: { app: remove },
  web_session: { app: remove },
  log_in_failure: { app: change('count'), worker: 'SELECT, DELETE' },

  // The trail. Nobody says at which time or under which number something happened. What the worker seals it reads; nobody else adds to
  // the chain, and nobody changes it.
  audit_event: {
    app: `SELECT, ${addToTrail}`,
    runner: addToTrail,
    worker: `SELECT, ${addToTrail}`,
    publisher: addToTrail,
  },
  audit_seal: { app: 'SELECT', worker: add },
  audit_seal_event: { app: 'SELECT', worker: add },
  audit_unsealed: { app: 'SELECT', worker: 'SELECT, DELETE' },
  agreement: { app: add },

  // Work that follows. Whoever looks after it may have what was parked tried again.
  outbox_event: { app: add, runner: 'INSERT', worker: change('distributed_at') },
  event_delivery: {
    app: 'SELECT, UPDATE (tries, due_at, parked_at)',
    worker: change('tries', 'due_at', 'fault', 'handled_at', 'parked_at'),
  },
  duty: { app: 'SELECT', worker: 'SELECT, INSERT, UPDATE' },

  // Letters and notices. What was written to whom stays as it was, until it is over; what a one-time link was is taken out again by whoever sends it.
  message: {
    app: change('state', 'tries', 'due_at', 'reason', 'fault', 'read_at'),
    worker: change(
      'state',
      'tries',
      'due_at',
      'claimed_at',
      'settled_at',
      'reason',
      'fault',
      'letter_hash',
      'link',
    ),
  },
  message_choice: { app: change('mail'), worker: 'SELECT' },

  // Sessions and exams. What a session examines, and by which scheme, is settled when it is scheduled; its dates when it
  // opens, and from then on ends and deadlines only move to later, which triggers hold.
  exam_session: {
    app: change(
      'state',
      'state_reason',
      'title',
      'venue',
      'halls',
      'opens_at',
      'closes_at',
      'access',
      'places',
      'confirms',
    ),
    runner: 'SELECT (id, closes_at)',
    worker: 'SELECT',
  },
  // For whom a session is, as it stands; what it was, the trail keeps.
  session_house: { app: `${add}, DELETE`, worker: 'SELECT' },
  session_guest: { app: `${add}, DELETE`, worker: 'SELECT' },
  session_part: {
    app: change('closes_at'),
    runner: 'SELECT (id, exam_session_id, kind, content_hash, closes_at)',
    worker: 'SELECT',
    publisher: 'SELECT (kind, content_hash)',
  },
  form: { app: add, worker: 'SELECT' },
  form_item: { app: add, worker: 'SELECT', publisher: 'SELECT (question_hash)' },
  // Locked by whoever names its trainers.
  cohort: { app: change('name', 'archived_at'), worker: 'SELECT (id, institution_id, name)' },
  cohort_stay: { app: add },
  roster_import: { app: change('left_out', 'done', 'invited', 'worked_at', 'undone_at') },

  // Ties: ended, never taken away. What anybody was and is, the database keeps by itself.
  // What was asked for and why stays as it was written; time that was granted is only added to.
  accommodation: {
    app: change('state', 'measures', 'answer', 'decided_by', 'decided_at'),
    // Whom to tell, and neither why nor what.
    worker: 'SELECT (id, entry_id, state, asked_by, asked_at)',
  },
  time_grant: { app: add },
  appointment: { app: 'SELECT' },
  appointment_proposal: { app: change('state'), worker: 'SELECT (id, state, person_id, asked_by, asked_at)' },
  // Nor does anybody say since when, or until when: that an end is set once, and to now, a trigger holds.
  trainer_term: { app: 'SELECT, INSERT (cohort_id, person_id), UPDATE (until_at)' },
  session_duty: { app: change('until_at'), worker: 'SELECT' },
  interest: {
    app: `SELECT, INSERT (person_id, tie, candidate_id, email, institution_id, note, entry_id, from_at, ended_at), UPDATE (until_at)`,
  },
  interest_declaration: { app: 'SELECT, INSERT (person_id)', worker: 'SELECT' },
  // Born without an answer; whether it takes one, and when it came, the database says.
  same_person: {
    app: `SELECT, INSERT (kept_id, other_id, closes, reason, noted_by),
      UPDATE (agreed, answered_by, answer, closes, until_at, ended_by, ended_reason)`,
  },
  different_people: { app: 'SELECT, INSERT (one_id, other_id, reason, said_by)' },
  // Kept by the database itself.
  same_account: { app: 'SELECT' },
  candidacy: { app: 'SELECT' },
  threat: { app: change('state', 'closed_at') },
  threat_measure: { app: add },
  // Asked for without an answer, whatever state a row is born in; that what was answered stays so, a trigger holds.
  bar_exception: {
    app: `SELECT, INSERT (person_id, act, entry_id, exam_session_id, role, level, ties, reason, days, state),
      UPDATE (state, answered_by, answered_at, answer, until_at)`,
  },
  lifted_bar: { app: 'SELECT', worker: 'SELECT' },
  script_problem: { app: change('answered_at', 'answered_by', 'goes_on', 'answer'), worker: 'SELECT' },
  // Nobody says when.
  marks_answer: { app: 'SELECT, INSERT (review_id, ties, answer, reason, answered_by)' },
  scheme_in_force: { app: 'SELECT', worker: 'SELECT' },
  candidate_house: {},
  account_tie: {},
  joined_tie: {},
  enrolment_tie: {},
  enrolment: { app: change('state'), worker: 'SELECT' },
  entry: {
    app: change(
      'state',
      'state_reason',
      'first_sat_at',
      'cause',
      'entered_at',
      'answer_by',
      'cohort_id',
      'roster_name',
    ),
    worker: 'SELECT, UPDATE (state, state_reason, first_sat_at, answer_by)',
  },
  clearance: { app: add, worker: 'SELECT' },
  missing_clearance: { app: 'SELECT', worker: 'SELECT' },
  attempt: {
    app: change('state', 'writer', 'sequence', 'deadline_at', 'submitted_at', 'submit_cause'),
    worker: 'SELECT, UPDATE (state, submitted_at, submit_cause, scored_at)',
  },
  response: { app: change('value', 'flagged', 'revision', 'saved_at'), worker: 'SELECT' },
  response_save: { app: add },

  // Labs.
  lab_session: {
    app: change('state', 'deadline_at', 'handed_in_at', 'hand_in_cause'),
    runner:
      'SELECT, UPDATE (state, handed_in_at, hand_in_cause, fence, machine_id, snapshot_id, graded_at, grading_tries)',
    worker: 'SELECT, UPDATE (scored_at)',
  },
  lab_snapshot: { app: 'SELECT', runner: 'SELECT, INSERT, DELETE' },
  blob: { runner: 'SELECT, INSERT, DELETE' },
  verdict: { app: 'SELECT', runner: add, worker: 'SELECT' },
  check_run: { runner: add },

  // Portfolios, decisions, credentials.
  portfolio: {
    app: change('state', 'experience', 'updated_at', 'submitted_at', 'scored_at'),
    worker: 'SELECT, UPDATE (state)',
  },
  portfolio_version: { app: add, worker: 'SELECT' },
  artefact: { app: 'SELECT, INSERT, DELETE' },
  claim: { app: `${change('artefact_ids')}, DELETE` },
  review: {
    app: change(
      'state',
      'marks',
      'comment',
      'score_cents',
      'submitted_at',
      'ended_at',
      'ended_for',
      'ended_reason',
    ),
    worker: change('state', 'ended_at', 'ended_for', 'ended_reason'),
  },
  decision: {
    app: change('state', 'effective_at', 'notified_at'),
    // That it holds, never how it was decided.
    worker: 'SELECT (id, entry_id, state)',
  },
  approval: { app: add },
  credential: {
    app: change('state', 'revoked_at', 'revoked_by', 'revoked_reason'),
    worker: 'SELECT (id, number, enrolment_id, decision_id, facts, follows_id, revoked_reason)',
  },
  person_relation: { app: 'SELECT', worker: 'SELECT' },
  case_view: { app: 'SELECT' },
  case_score: { app: 'SELECT' },
  scheme_level: {},

  // Scores are recorded by server and workers: the lab host records verdicts, and what they are worth is not its business.
  score_run: { app: change('state', 'applied_at'), worker: add },
  score_run_line: { app: add },
  score: { app: add, worker: add },
  entry_score: { app: `${change('score_id')}, DELETE`, worker: change('score_id') },
  entry_carry: { app: `${change('from_entry_id')}, DELETE` },
  decision_score: { app: add },
};

/** Functions that do what their caller may not: each is closed to all but these. */
export const functionGrants: Readonly<Record<string, readonly ProcessRole[]>> = {
  'erase_over()': ['worker'],
  'erase_person(uuid)': ['app'],
  'ties_to_account(uuid,text,text)': ['app', 'worker'],
  'ties_of_account(uuid)': ['app', 'worker'],
};
