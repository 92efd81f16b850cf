export default {
  title: 'Decisions',
  lead: 'Cases whose three scores are in are examined and decided here. Those you trained, assessed or moderated go to another certifier.',
  lists: 'Lists of cases',
  list: {
    clear: 'Ready',
    nearBoundary: 'Near a line',
    proposed: 'For a second person',
    aboveScores: 'Grade above its scores',
    blocked: 'Blocked',
    decided: 'Decided',
  },
  about: {
    clear: 'All scores are in, and none lies near a cut score or a floor.',
    nearBoundary:
      'The composite lies near a cut score, or a score near its floor, within the width that the scheme sets. Look at the evidence with extra care.',
    proposed:
      'Another certifier proposed a decision, or to withdraw a grade. As the second person, look at the evidence and confirm or reject it.',
    aboveScores:
      'Scores fell by a rescoring after the grade was granted and no longer reach it. The grade stands until it is withdrawn: examine the evidence and see to that. The earliest change comes first.',
    blocked:
      'A score is missing, you have a conflict of interest, or what you proposed waits for a second person.',
    decided: 'All decisions that are in effect, the newest first.',
  },
  empty: {
    clear: 'No case to decide',
    clearText: 'Cases appear here by themselves once all three scores are in.',
    nearBoundary: 'No case near a line',
    nearBoundaryText:
      'Cases whose composite lies near a cut score, or a score near its floor, are listed here.',
    proposed: 'Nothing waits for a second person',
    proposedText:
      'What other certifiers propose on cases near a line, and grades that they propose to withdraw, are listed here.',
    aboveScores: 'No grade is above its scores',
    aboveScoresText:
      'Cases whose scores fell by a rescoring and no longer reach the grade granted are listed here.',
    blocked: 'No blocked case',
    blockedText: 'Cases that lack a score or in which you have a conflict are listed here.',
    decided: 'Nothing decided yet',
    decidedText: 'Decisions are listed here and can be looked up at any time.',
  },
  column: {
    candidate: 'Candidate',
    session: 'Session',
    scores: 'Exam / lab / portfolio',
    composite: 'Composite',
    grade: 'Computed grade',
    since: 'Complete since',
    near: 'Near',
    proposal: 'Proposal',
    blocks: 'Why',
    outcome: 'Outcome',
    certifier: 'Certifier',
    decidedAt: 'Decided',
    standing: 'Grade granted',
    now: 'Scores now',
    changedAt: 'Scores changed',
  },
  aboveScores: {
    title: 'The grade is above its scores',
    composite: 'composite {{composite}}',
    hidden: 'Withheld',
    reaches: 'Grade {{grade}} was granted; the scores that count now reach grade {{now}}.',
    reachesNone: 'Grade {{grade}} was granted; the scores that count now reach no grade.',
    stands: {
      two: 'The grade stands until it is withdrawn. Nothing else lowers it: one certifier proposes to withdraw it, another confirms, and then the case is decided again by the scores that count now.',
      one: 'The grade stands until it is withdrawn. Nothing else lowers it; after that the case is decided again by the scores that count now.',
      proposed:
        'The grade stands until it is withdrawn. Something is proposed on this case already and waits for a second person.',
    },
    proposed: 'Proposed, for a second person',
    toProposal: 'See the proposal',
  },
  hiddenName: 'Name withheld',
  target: '{{role}}, {{level}}',
  noGrade: 'None reached',
  near: {
    cutAbove: '{{points}} above the cut of grade {{grade}}',
    cutBelow: '{{points}} below the cut of grade {{grade}}',
    cutOn: 'exactly on the cut of grade {{grade}}',
    floorAbove: '{{dimension}} {{points}} above its floor',
    floorBelow: '{{dimension}} {{points}} below its floor',
    floorOn: '{{dimension}} exactly on its floor',
  },
  block: {
    missing: '{{dimension}} missing: {{state}}',
    secondPerson: 'your proposal waits for a second person',
  },
  state: {
    'not-started': 'not begun',
    open: 'under way',
    submitted: 'submitted, not scored yet',
    'handed-in': 'handed in, not graded yet',
    stalled: 'grading delayed, being retried',
    draft: 'draft',
    'in-review': 'in review',
    adjudication: 'with the moderator',
    graded: 'graded',
    scored: 'scored',
  },
  proposal: {
    lapsed:
      'Scores or evidence have changed since this was proposed, so it can no longer be confirmed, only rejected. Then the case is decided anew.',
    lapsedOwn:
      'Scores or evidence have changed since you proposed this, so another certifier can only reject it. Then the case is decided anew.',
    line: '{{name}} proposes: {{outcome}}',
    by: 'Proposed by',
    asks: {
      grant: 'Grant grade {{grade}}',
      refuse: 'Grant no grade',
      withdraw: 'Withdraw grade {{grade}}',
    },
    grantedBy: 'Granted by',
    grantedFor: 'Reason for granting',
    grantedAt: 'Granted on',
    text: {
      decision:
        'This result lies near a line, so a second person looks at it. Examine the evidence as if you decided yourself: keys, verdicts and marks, never the person anew.',
      withdrawal: {
        certificate:
          'Another certifier proposes to withdraw this grade. Nobody does that alone: examine the reason and the evidence as if you withdrew it yourself. Until you confirm, grade and certificate hold; once you do, the reason is public.',
        record:
          'Another certifier proposes to withdraw this grade. Nobody does that alone: examine the reason and the evidence as if you withdrew it yourself. Until you confirm, the grade stays on record; no certificate is revoked by it.',
      },
    },
    ownText: {
      decision:
        'This result lies near a line, so another certifier has to confirm it. You cannot answer your own proposal.',
      withdrawal: {
        certificate:
          'Another certifier has to confirm that this grade is withdrawn; grade and certificate hold until then. You cannot answer your own proposal.',
        record:
          'Another certifier has to confirm that this grade is withdrawn; it stays on record until then. You cannot answer your own proposal.',
      },
    },
    confirm: { decision: 'Confirm the decision', withdrawal: 'Confirm the withdrawal' },
    reject: 'Reject the proposal',
    confirmTitle: {
      grant: 'Confirm grade {{grade}} for {{name}}?',
      refuse: 'Confirm that {{name}} gets no grade?',
      withdraw: 'Confirm that grade {{grade}} of {{name}} is withdrawn?',
    },
    confirmText: {
      grant:
        'The decision takes effect at once, and the candidate sees it. A grade higher than the one held brings a certificate; any other is on record only. You are recorded as the second person. A decision is never changed.',
      refuse:
        'The decision takes effect at once; the candidate sees the outcome and the reason. You are recorded as the second person. A decision is never changed.',
      withdraw: {
        certificate:
          'The grade is withdrawn at once and its certificate revoked: the verification page shows the reason above to everybody. Where the scores no longer reach the grade, the case goes back to the lists to be decided again. You are recorded as the second person. This cannot be taken back.',
        record:
          'The grade is withdrawn at once, and the candidate reads the reason above; no certificate is revoked by it. Where the scores no longer reach the grade, the case goes back to the lists to be decided again. You are recorded as the second person. This cannot be taken back.',
      },
    },
    rejectTitle: {
      decision: 'Reject the proposal on {{name}}?',
      withdrawal: 'Reject the proposal to withdraw grade {{grade}} of {{name}}?',
    },
    rejectText: {
      decision:
        'It does not take effect; the case goes back to the lists and is decided anew. You and your reason are recorded.',
      withdrawal: {
        certificate:
          'It does not take effect; grade and certificate go on as they were. You and your reason are recorded.',
        record: 'It does not take effect; the grade stays on record. You and your reason are recorded.',
      },
    },
    reason: 'Your reason',
    reasonHint: 'What you looked at, and why you answer so. 10 to 2000 characters.',
    confirmed: {
      decision: 'The decision is confirmed and in effect.',
      withdrawal: 'The withdrawal is confirmed and in effect.',
    },
    rejected: 'The proposal is rejected.',
  },
  earlier: {
    try: 'Try',
    name: 'Try {{number}}, {{session}}',
    when: 'Begun',
    notSat: 'Not sat',
    undecided: 'Not decided',
    count_one: '{{count}} earlier try',
    count_other: '{{count}} earlier tries',
  },
  carried:
    '{{dimension}}: {{score}} points are carried over from try {{number}} (sat on {{date}}) and were not sat again.',
  rescored:
    'Scores have changed since the decision. This is what they come to now, which may differ from what was decided.',
  carriedStep: {
    state: 'Carried over',
    text: '{{score}} points are carried over from try {{number}} (sat on {{date}}); it was not sat again.',
    see: 'See the evidence of try {{number}}',
    experience: 'Experience was stated with the portfolio of try {{number}}.',
  },
  conflict: {
    candidate: 'you are the candidate',
    trainer: 'you trained the candidate for this',
    assessor: 'you assessed a portfolio of this candidate',
    moderator: 'you moderated a portfolio of this candidate',
    manager: 'you manage, or managed, the candidate’s institution',
    employee: 'you work, or worked, for the candidate’s institution',
    enroller: 'you enrolled the candidate for an institution',
    relative: 'you declared that you are related',
    teacher: 'you declared that you taught the candidate',
    colleague: 'you declared that you work together',
    acquaintance: 'you declared that you know the candidate',
  },
  outcome: {
    grant: 'Grade {{grade}}',
    refuse: 'No grade granted',
    withdraw: 'Grade {{grade}} withdrawn',
    revoked: 'certificate revoked',
    superseded: 'certificate superseded',
    expired: 'certificate expired',
  },
  blocked: {
    title: 'This case is not yours to decide',
    text: 'To keep decisions impartial, nobody decides on a candidate whom something ties them to. Another certifier must take it.',
    noEvidence: 'Its evidence, the names of the assessors and its record are therefore not shown to you.',
    noName: 'You marked this portfolio without knowing whose it is, so the name stays withheld too.',
    back: 'Back to the lists',
  },
  way: {
    label: 'Where to go from here',
    backTo: 'Back to “{{list}}”',
    next: 'Next case in this list',
    last: 'No further case in this list',
  },
  evidence: {
    title: 'The case of {{name}}',
    hiddenTitle: 'A case',
    kicker: '{{role}}, {{level}}',
    contents: 'On this page',
    cohort: '{{cohort}} ({{institution}})',
    noCohort: 'In no cohort',
    enrolled: 'Enrolled',
  },
  step: {
    rules: 'Session and rules',
    earlier: 'Earlier tries',
    exam: 'Written exam',
    lab: 'Lab',
    portfolio: 'Portfolio',
    experience: 'Experience',
    result: 'Composed result',
    trail: 'Record',
    past: 'Other decisions on this entry',
    decision: 'Decision',
  },
  rules: {
    session: 'Session',
    cohort: 'Cohort',
    window: 'Window',
    to: '{{from}} to {{to}}',
    scheme: 'Scheme',
    hash: 'Fingerprint of the scheme',
    weights: 'Weights',
    cuts: 'Cut scores',
    cut: 'grade {{grade}}: {{cut}}',
    floors: 'Floors',
  },
  score: '{{score}} points',
  soundness: {
    same: 'Computed again: the same {{score}}',
    differs: 'Computed again it comes to {{recomputed}}, but {{stored}} is stored',
    fails: 'The stored evidence yields no score',
    broken:
      'The evidence does not yield the score, so no grade can be granted on it. Ask the administrator to investigate.',
    because: {
      score: '{{dimension}}: computed again it is another score',
      'no-verdict': '{{dimension}}: the verdict is missing',
      'verdict-sum': '{{dimension}}: the verdict does not add up',
      'other-tree': '{{dimension}}: the verdict is on files other than those handed in',
      signature: '{{dimension}}: the verdict’s signature does not hold',
      manifest: '{{dimension}}: the portfolio is not the one that was submitted',
      sum: '{{dimension}}: the score is not what its parts come to, or the total is not',
    },
  },
  exam: {
    started: 'Begun',
    handedIn: 'Handed in',
    byCandidate: 'by the candidate',
    byExpiry: 'when the time was up',
    scored: 'Scored',
    answered: 'Answered',
    answeredText: '{{answered}} of {{total}} items',
    saves: 'Acknowledged saves',
    savesText: '{{count}}',
    form: 'Form',
    formText: 'drawn from {{blueprint}}, seed {{seed}}',
    competencies: 'Scores by competency',
    competency: 'Competency',
    parts: 'Items',
    score: 'Score',
    aside: '{{time}} ({{text}})',
    none: 'Not taken yet.',
  },
  lab: {
    name: 'Lab',
    version: '{{title}}, version {{version}}',
    handedIn: 'Handed in',
    graded: 'Graded',
    checks: 'Checks',
    check: 'Task',
    cases: 'Cases passed',
    casesText: '{{passed}} of {{total}}',
    points: 'Points',
    pointsText: '{{earned}} of {{points}}',
    signature: {
      verified: 'The verdict’s signature is valid',
      broken: 'The verdict’s signature is not valid',
      'unknown-key': 'The verdict is not signed with a key that is known here',
    },
    treeHandedIn: 'The graded files are those frozen at hand-in',
    treeOther: 'The graded files are not those frozen at hand-in',
    hashes: 'Fingerprints',
    tree: 'Files',
    plan: 'Plan of the checks',
    secrets: 'Hidden inputs',
    labHash: 'Lab',
    noVerdict: 'No verdict yet.',
  },
  portfolio: {
    version: 'Submitted',
    versionText: 'version {{number}}, {{time}}',
    intact: 'What was submitted is unaltered',
    altered: 'What was submitted does not match its fingerprint',
    claims: 'Claims',
    evidence: 'Evidence: {{labels}}',
    noEvidence: 'No artefact cited',
    artefacts: 'Artefacts',
    download: 'Download {{label}}',
    open: 'Open the link',
    reviews: 'Reviews',
    review: 'Assessor {{name}}',
    adjudication: 'Moderator {{name}}',
    assigned: 'not submitted yet',
    marks: 'Marks',
    criterion: 'Criterion',
    weight: 'Weight',
    marksOf: '{{name}}',
    points: '{{points}} of 4',
    none: 'Nothing submitted yet.',
    settledBy: {
      agreement: '{{score}}, the mean of the two assessors.',
      adjudication: '{{score}}, by the moderator’s marks.',
    },
  },
  experience: {
    asked: 'Asked',
    stated: 'Stated by the candidate',
    statedYears_one: '{{count}} year',
    statedYears_other: '{{count}} years',
    none: 'The candidate stated no experience.',
  },
  trail: {
    empty: 'Nothing on record yet.',
    record: 'See answers and marks, with every save of an answer',
    count_one: '{{count}} event, oldest first',
    count_other: '{{count}} events, oldest first',
  },
  form: {
    closed: 'Not to be decided',
    closedText: {
      missed:
        'Nothing of this entry was begun and all of its parts have closed: an absence, on which nothing is decided.',
      excused: 'The absence from this entry is excused, so nothing is decided on it.',
      replaced: 'This entry was replaced by a free sitting, so nothing is decided on it.',
      mock: 'This is a mock exam; nothing is decided on it.',
    },
    closedReason: 'Reason: {{reason}}',
    standing:
      'This case was reopened. Until a new decision takes effect, the earlier one stands: {{outcome}}. The new one cannot be lower.',
    standingWithdrawn:
      'Grade {{grade}} was withdrawn, for the reason below. Decide on the scores as they are now; the new grade may be lower.',
    secondPerson:
      'This result lies near a line, so the scheme asks for two persons: you propose, and another certifier confirms.',
    propose: 'Propose the decision',
    early: 'Not to be decided yet',
    earlyText:
      'It can be decided here once all scores are in, or, once the session is over and a part was never taken, closed without a grade.',
    outcome: 'Decision',
    grant: 'Grant grade {{grade}}',
    grantText:
      'What the composite of {{composite}} comes to. The rules give the grade; none other can be chosen.',
    grantNone: 'No grade can be granted',
    heldAgain:
      'Once this is decided its scores count again: grade {{grade}} of {{try}} is held again where it is the better one.',
    leave: {
      title: 'The decision is not made yet',
      text: 'What you wrote here is not saved, and is gone once you leave.',
      confirm: 'Leave without deciding',
      stay: 'Keep writing',
    },
    whyNoGrant: {
      DECISION_INCOMPLETE: 'Not all scores are in.',
      DECISION_NO_GRADE: 'Under the rules the scores reach none.',
      EVIDENCE_BROKEN: 'The evidence does not yield the scores.',
      DECISION_WOULD_LOWER:
        'It is below grade {{grade}}, which still stands. Only a withdrawal lowers a grade.',
      DECISION_UPON_WITHDRAWN:
        'A score is carried over from where a grade is withdrawn ({{tries}}). That has to be decided anew first, or the part taken again.',
    },
    refuse: 'Grant no grade',
    refuseText: 'For example where the experience asked is not there, or the scores reach no grade.',
    whyNoRefusal: {
      DECISION_INCOMPLETE: 'A part may still get a score, so it is too early to conclude.',
      DECISION_WOULD_LOWER: 'Grade {{grade}} was granted and still stands; it can only be withdrawn.',
    },
    met: 'I checked the evidence; the experience asked is met',
    metHint: 'Asked: {{text}}',
    metFault: 'A grade can be granted only once the experience asked is confirmed.',
    years: 'Years confirmed',
    yearsHint: 'In years; halves such as 0.5 are fine.',
    yearsHintRefused:
      'Halves such as 0.5 are fine. Leave it empty unless you looked into the experience; what you write down of that has its years.',
    yearsFault: 'A number from 0 to 60.',
    yearsShort: 'Fewer than the {{years}} years asked, which contradicts “experience met”.',
    note: 'How it was confirmed',
    noteHint: 'What you looked at and how you judged it.',
    reason: 'Reason',
    reasonHint: 'The candidate reads this. 10 to 2000 characters.',
    reasonFault: 'Write 10 to 2000 characters.',
    outcomeFault: 'Choose a decision first.',
    submit: 'Decide',
  },
  confirm: {
    grantTitle: 'Grant {{name}} grade {{grade}}?',
    grantText:
      'The decision is recorded in your name and takes effect at once, and the candidate sees it. A grade higher than the one held brings a certificate; any other is on record only. A decision is never changed; a grade can only be withdrawn.',
    grant: 'Grant the grade',
    refuseTitle: 'Grant {{name}} no grade?',
    refuseText:
      'The decision is recorded in your name, and the candidate sees the outcome and the reason at once. A decision is never changed.',
    refuse: 'Grant no grade',
    reason: 'Your reason',
    propose: 'Propose',
    proposeText:
      'The proposal is recorded in your name. It takes effect when another certifier confirms it; the candidate sees nothing before that.',
    proposed: 'The proposal is recorded and waits for a second person.',
    done: 'The decision is recorded.',
  },
  past: { by: 'Second person', at: 'Answered' },
  decided: {
    grant: 'Grade {{grade}} granted',
    refuse: 'No grade granted',
    withdraw: 'Grade {{grade}} withdrawn',
    state: {
      effective: 'In effect',
      proposed: 'Proposed',
      rejected: 'Rejected',
      superseded: 'Superseded',
    },
    stateText: {
      proposed: 'It is proposed and takes effect once another certifier confirms it.',
      rejected: 'Another certifier rejected the proposal, so it never took effect.',
      superseded: 'A later decision has taken its place.',
    },
    reason: 'Reason',
    certifier: 'Certifier',
    confirmedBy: 'Confirmed by',
    confirmReason: 'Reason of the second person',
    expiresAt: 'Certificate valid until',
    recordOnly:
      'The grade is no better than the one held, so it is on record only; the certificate held stays valid.',
    at: 'When',
    experience: 'Experience',
    experienceMet_one: '{{count}} year confirmed, met',
    experienceMet_other: '{{count}} years confirmed, met',
    experienceUnmet_one: '{{count}} year confirmed, not met',
    experienceUnmet_other: '{{count}} years confirmed, not met',
    note: 'How it was confirmed',
    number: 'Certificate number',
    certificate: 'See the certificate',
    verify: 'Public verification',
    supersededBy: 'Superseded by',
    result: 'The result as the candidate sees it',
    revokedAt: 'Revoked',
    revokedReason: 'Reason for revoking',
  },
  withdraw: {
    open: 'Withdraw the grade',
    title: 'Withdraw grade {{grade}} of {{name}}?',
    text: {
      certificate:
        'The grade is withdrawn at once and its certificate revoked: from then on the verification page says so with the reason below, to everybody. This cannot be taken back.',
      record:
        'The grade is withdrawn at once. No certificate holds for it, so none is revoked. This cannot be taken back.',
    },
    proposeText: {
      certificate:
        'The scheme lets nobody do this alone: another certifier has to confirm it. Until then the grade and its certificate hold. Once it is confirmed the certificate is revoked, and the verification page says so with the reason below, to everybody.',
      record:
        'The scheme lets nobody do this alone: another certifier has to confirm it. Until then the grade stays on record. No certificate holds for it, so none is revoked.',
    },
    after:
      'If the scores no longer reach this grade, the case is decided again afterwards, and a lower grade can be granted. Otherwise it is closed.',
    grantedUpon:
      'A grade rests on scores of this try: {{tries}}. It is not withdrawn with this one; look at it as well.',
    heldAgain:
      '{{try}} was granted grade {{grade}}, which is then held again: a certificate is issued for it anew, and nobody has to decide it again.',
    heldUntil: ' It ends on {{date}}.',
    reason: 'Reason for withdrawing',
    reasonHint: {
      certificate:
        'The candidate reads it, and it is shown in public: write nothing that should not be. 10 to 2000 characters.',
      record: 'The candidate reads it. 10 to 2000 characters.',
    },
    confirm: 'Withdraw the grade',
    propose: 'Propose to withdraw the grade',
    done: 'The grade is withdrawn.',
    proposed: 'The withdrawal is proposed and waits for a second person.',
  },
} as const;
