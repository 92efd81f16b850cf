export default {
  title: 'My certification',
  minutes: '{{count}} minutes.',
  score: '{{score}} points',
  submittedAt: 'Handed in {{time}}',
  empty: {
    title: 'You are not enrolled yet',
    text: 'Your training institution enrols you: give it the address you log in with, {{email}}. Once you are in a cohort with a session, the three parts and your next step appear here. Until then, have a look at what each level asks.',
    action: 'See levels and requirements',
  },
  parts: {
    exam: {
      name: 'Written exam',
      about: 'Professional knowledge, answered online; every change is saved.',
      report: 'See the exam result',
    },
    lab: {
      name: 'Lab',
      about: 'Technical skills, shown on a real task in an isolated machine.',
      task: 'Task: {{title}}',
      look: 'See the lab',
    },
    portfolio: {
      name: 'Portfolio',
      about: 'Engineering practice: work you have done, marked by two assessors independently.',
      ahead: 'Prepare the portfolio ahead',
      look: 'See the portfolio',
    },
  },
  states: {
    'not-started': 'Not started',
    open: 'Under way',
    draft: 'Draft',
    submitted: 'Handed in',
    'handed-in': 'Handed in, being graded',
    'in-review': 'In review',
    adjudication: 'With the moderator',
    stalled: 'Grading held up; it will be retried',
    graded: 'Graded',
    scored: 'Scored',
  },
  next: {
    'exam-wait': 'The written exam opens at {{time}}.',
    'exam-missed':
      'The written exam closed at {{time}} and you did not sit it. Ask your institution for another date.',
    'exam-start': 'You can begin now and will have {{count}} minutes; enter before {{time}}.',
    running: 'The time is running until {{time}}.',
    'lab-start':
      'You have {{count}} minutes; enter before {{time}}. The time starts when you press the button.',
    'lab-missed':
      'The lab closed at {{time}} and you did not take it. Ask your institution for another date.',
    portfolio: 'Gather your work, say what it shows, and hand it in for review.',
    'await-scores': 'All three parts are handed in and being marked. There is nothing you need to do.',
    'await-decision':
      'All three scores are there; the certifier decides next. There is nothing you need to do.',
  },
  act: {
    'exam-start': 'Go to the exam',
    'exam-resume': 'Continue the exam',
    'lab-start': 'Start the lab',
    'lab-resume': 'Continue the lab',
    portfolio: 'Work on the portfolio',
  },
  result: {
    name: 'Decision and certificate',
    later: 'When all three scores are there, a certifier decides the grade and issues the certificate.',
    none: 'No grade',
    revoked: 'The certificate has been revoked',
    decidedAt: 'Decided on {{time}}',
    certificate: 'Public verification page',
    why: 'See the result and certificate',
    appeal:
      'If you disagree, appeal to the certifying body through your institution; every record of the exam, the marking and the decision is kept for review.',
  },
} as const;
