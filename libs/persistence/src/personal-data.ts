/** What may stand in the columns of a table in which words can stand. */
export type TableData = {
  /** Who somebody is, or words about them: taken out by `erase_person()`, with its row or by itself. */
  readonly personal?: readonly string[];
  /** What is theirs and does not say by itself who they are, such as a log-in or the hash of a password: gone by the same. */
  readonly traces?: readonly string[];
  /** What stays, and why that is no obstacle or is meant. */
  readonly stays?: Readonly<Record<string, string>>;
  /** Nothing of anybody: codes, hashes of content, words of the platform's or the body's own. */
  readonly impersonal?: readonly string[];
};

const sat = 'Only of a try that was begun, and whoever has begun one is not erased: a decision rests on it.';
const judged = 'Only of a try that was begun; besides, the words of whoever is answerable for a result.';
const staff = 'Words of the staff about their own work and the platform’s, which is accounted for by them.';

/**
 * Every column in which words can stand, and what erasing a person does with it. A spec holds this against the database, so that no
 * column comes in about which nobody has thought; another fills those that are personal, erases and looks.
 */
export const personalData: Readonly<Record<string, TableData>> = {
  accommodation: {
    personal: ['asked', 'reason', 'evidence', 'measures', 'answer'],
    impersonal: ['state'],
  },
  agreement: { impersonal: ['document', 'hash'] },
  appointment: { impersonal: ['role'] },
  appointment_proposal: { impersonal: ['role', 'state'] },
  approval: { stays: { reason: judged }, impersonal: ['subject_kind', 'act', 'answer'] },
  artefact: {
    stays: { title: sat, url: sat, file_name: sat },
    impersonal: ['kind', 'media_type', 'sha256'],
  },
  attempt: { impersonal: ['layout', 'state', 'submit_cause'] },
  audit_event: {
    personal: ['detail'],
    impersonal: ['action', 'subject_kind', 'subject_id'],
  },
  audit_seal: { impersonal: ['previous_hash', 'hash'] },
  audit_seal_event: { impersonal: ['detail_hash', 'hash'] },
  bar_exception: {
    personal: ['reason', 'answer'],
    impersonal: ['act', 'role', 'level', 'ties', 'state'],
  },
  blob: { stays: { bytes: sat }, impersonal: ['sha256'] },
  body_common: { impersonal: ['hash', 'shelf', 'bytes'] },
  body_exam: { impersonal: ['hash', 'shelf', 'bytes'] },
  body_key: { impersonal: ['hash', 'shelf', 'bytes'] },
  body_secret: { impersonal: ['hash', 'shelf', 'bytes'] },
  check_run: { stays: { checks: sat } },
  claim: { stays: { text: sat }, impersonal: ['competency'] },
  clearance: { personal: ['detail'], impersonal: ['kind'] },
  cohort: { impersonal: ['name'] },
  content_body: { impersonal: ['hash', 'shelf', 'kind'] },
  content_version: {
    stays: { author: 'Who wrote a piece of the bank stands in its sources as well.' },
    impersonal: ['kind', 'id', 'hash', 'state', 'role', 'level', 'source'],
  },
  credential: { stays: { facts: sat, revoked_reason: judged }, impersonal: ['number', 'state'] },
  decision: {
    stays: { reason: judged, experience: judged, basis: judged },
    impersonal: ['state', 'outcome', 'scheme_hash'],
  },
  different_people: { personal: ['reason'] },
  duty: { impersonal: ['name', 'worker', 'fault'] },
  enrolment: { impersonal: ['role', 'level', 'state'] },
  entry: {
    personal: ['state_reason', 'roster_name', 'student_number'],
    impersonal: ['cause', 'state'],
  },
  entry_carry: { impersonal: ['dimension'] },
  entry_score: { impersonal: ['place'] },
  event_delivery: { impersonal: ['handler', 'subject_kind', 'subject_id', 'fault'] },
  exam_session: {
    impersonal: [
      'title',
      'role',
      'level',
      'state',
      'purpose',
      'venue',
      'halls',
      'state_reason',
      'access',
      'clearances',
      'standard_hash',
      'scheme_id',
      'scheme_hash',
    ],
  },
  form: { impersonal: ['blueprint_id', 'blueprint_hash'] },
  form_item: { impersonal: ['item_id', 'question_hash'] },
  guess: { impersonal: ['counted'] },
  in_force: { impersonal: ['of_hash', 'kind', 'scope', 'hash', 'of_kind'] },
  institution: { impersonal: ['name'] },
  interest: { personal: ['email', 'note'], impersonal: ['tie'] },
  interest_declaration: {},
  invitation: { traces: ['token_hash'], impersonal: ['state'] },
  lab_session: { impersonal: ['lab_id', 'lab_hash', 'state', 'hand_in_cause', 'machine_id'] },
  lab_snapshot: { stays: { tree: sat }, impersonal: ['cause', 'tree_hash'] },
  log_in_failure: { traces: ['address'] },
  message: {
    personal: ['address', 'name', 'params', 'fault'],
    traces: ['link', 'once', 'message_id'],
    impersonal: ['kind', 'state', 'locale', 'about_kind', 'about_id', 'letter_hash', 'reason'],
  },
  message_choice: { impersonal: ['kind'] },
  migrations: { impersonal: ['name'] },
  one_time_link: {
    personal: ['address', 'name'],
    traces: ['token_hash'],
    impersonal: ['purpose', 'locale', 'state'],
  },
  outbox_event: { impersonal: ['name', 'subject_kind', 'subject_id', 'request_id'] },
  person: {
    personal: ['email', 'name', 'latin_name'],
    traces: ['password_hash'],
    impersonal: ['locale', 'roles'],
  },
  person_address: { personal: ['email'] },
  portfolio: { stays: { experience: sat }, impersonal: ['state'] },
  portfolio_version: { stays: { manifest: sat }, impersonal: ['sha256'] },
  recovery_code: { traces: ['code_hash'] },
  response: { stays: { value: sat }, impersonal: ['item_id'] },
  response_save: { stays: { value: sat }, impersonal: ['item_id'] },
  review: {
    stays: { marks: judged, comment: judged, ended_reason: judged },
    impersonal: ['kind', 'state', 'rubric_id', 'rubric_hash', 'ended_for'],
  },
  roster_import: { personal: ['rows', 'left_out'], impersonal: ['file_name'] },
  same_person: { personal: ['reason', 'answer', 'ended_reason'] },
  score: {
    stays: { detail: sat },
    impersonal: [
      'kind',
      'dimension',
      'item_id',
      'place',
      'work_hash',
      'question_hash',
      'key_hash',
      'rule_hash',
      'conversion_hash',
    ],
  },
  score_run: { stays: { reason: staff }, impersonal: ['cause', 'change', 'state'] },
  score_run_line: { impersonal: ['place'] },
  script_problem: { stays: { reason: judged, answer: judged }, impersonal: ['problem'] },
  second_factor: { traces: ['sealed_secret'] },
  session_guest: { personal: ['email'] },
  session_part: { impersonal: ['dimension', 'kind', 'content_id', 'content_hash'] },
  signing_key: { impersonal: ['kid', 'purpose', 'public_key'] },
  threat: { stays: { title: staff, description: staff }, impersonal: ['source', 'state'] },
  threat_measure: { stays: { text: staff } },
  time_grant: { impersonal: ['cause'] },
  verdict: {
    stays: { checks: sat },
    impersonal: ['tree_hash', 'plan_hash', 'secrets_hash', 'signature'],
  },
  web_session: { traces: ['sid', 'sess'] },
};
