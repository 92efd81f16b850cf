export default {
  title: 'Certification for large-model jobs',
  heading: 'Nine grades for the people who build with large models',
  lead: 'Ennead measures three things against an occupational standard: what you know, what you can do, and what you have done. The scores are weighted by level, a certifier decides a grade from 1 to 9, and anyone can verify the certificate.',
  register: 'Register as a candidate',
  logIn: 'Log in',
  grid: 'Three levels, nine grades: a row a level, a square a grade',
  sessions: 'Which sessions are open',
  levels: 'Weights, cut scores and experience by level',
  partsTitle: 'Three parts',
  parts: {
    exam: {
      name: 'Written exam',
      dimension: 'Professional knowledge',
      text: 'Timed by the server, saved at every change. A lost connection loses no answer, and another computer carries on where you were.',
    },
    lab: {
      name: 'Lab',
      dimension: 'Technical skills',
      text: 'Work in a sandbox with an editor, a terminal and checks you can run at any time. What you hand in is graded in a fresh environment, with credit for each check.',
    },
    portfolio: {
      name: 'Portfolio',
      dimension: 'Engineering practice',
      text: 'Results of real projects and what you claim by them. Two assessors mark them by a rubric, without seeing each other or your name.',
    },
  },
  wayTitle: 'From enrolment to certificate',
  way: {
    standard: {
      name: 'Read the standard',
      text: 'Eight roles and a hundred competencies, each with the mastery it asks for.',
    },
    parts: { name: 'Complete the parts', text: 'Exam, lab and portfolio, each scored from 0 to 100.' },
    composite: {
      name: 'Composite',
      text: 'Weighted exactly, never rounded. Below the floor of any part there is no grade.',
    },
    decision: {
      name: 'Decision',
      text: 'By a certifier who neither trained nor assessed you, with a written reason.',
    },
    credential: {
      name: 'Certificate',
      text: 'A number nobody can guess, and a page where anyone can see whether it is valid.',
    },
  },
  standardLink: 'Browse the standard',
  verifyNumber: 'Certificate number',
  verify: 'Verify',
  verifyTitle: 'Verify a certificate',
  verifyText: 'Enter its number to see whether it is valid. No log-in is needed.',
} as const;
