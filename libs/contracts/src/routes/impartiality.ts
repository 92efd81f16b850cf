import { AssessmentView, HandBackInput, ProblemAnswerInput, ScriptProblemInput } from '../assessment.ts';
import { ExceptionInput, ExceptionsView } from '../bar-exception.ts';
import { CaseInterestInput, InterestInput, InterestsView } from '../interest.ts';
import { MarksAnswerInput, QuestionedMarksView } from '../questioned-marks.ts';
import { ReasonInput } from '../reason.ts';
import { MeasureInput, ThreatInput, ThreatsView } from '../threat.ts';
import { routeTable } from './route.ts';

export const impartialityRoutes = routeTable({
  'GET /api/interests': { summary: 'What the caller declared to tie them to whom', answer: InterestsView },
  'POST /api/interests': { summary: 'Declare a tie', body: InterestInput, answer: InterestsView },
  'POST /api/interests/:id/end': { summary: 'Say that a tie has ended', answer: InterestsView },
  'POST /api/interests/confirm': {
    summary: 'Declare that the ties as they stand are all that there are',
    answer: InterestsView,
  },
  'POST /api/entries/:id/interest': {
    summary: 'Declare a tie to the candidate of a case, and leave the case to others',
    body: CaseInterestInput,
  },
  'POST /api/reviews/:id/hand-back': {
    summary: 'Hand a script back: one knows whose it is',
    body: HandBackInput,
  },
  'POST /api/reviews/:id/problem': {
    summary: 'Report that something is the matter with a script',
    body: ScriptProblemInput,
  },
  'GET /api/threats': { summary: 'The register of threats to impartiality', answer: ThreatsView },
  'POST /api/threats': {
    summary: 'Enter a threat to impartiality',
    body: ThreatInput,
    answer: ThreatsView,
    creates: true,
  },
  'POST /api/threats/:id/measures': {
    summary: 'Enter what was done about a threat, and whether it is over',
    body: MeasureInput,
    answer: ThreatsView,
  },
  'GET /api/exceptions': {
    summary: 'Bars that were asked to be lifted: the caller’s own, and those that are theirs to answer',
    answer: ExceptionsView,
  },
  'POST /api/exceptions': {
    summary: 'Ask that a bar be lifted for oneself, for one act and one subject',
    body: ExceptionInput,
    answer: ExceptionsView,
    creates: true,
  },
  'POST /api/exceptions/:id/approve': {
    summary: 'Lift a bar, as the second person',
    body: ReasonInput,
    answer: ExceptionsView,
  },
  'POST /api/exceptions/:id/refuse': {
    summary: 'Let a bar stand, as the second person',
    body: ReasonInput,
    answer: ExceptionsView,
  },
  'GET /api/assessment': { summary: 'Who marks what, since when', answer: AssessmentView },
  'POST /api/assessment/reviews/:id/reassign': {
    summary: 'Take a script from its reviewer, so that it goes to somebody else',
    body: ReasonInput,
  },
  'POST /api/assessment/problems/:id/answer': {
    summary: 'Answer a problem that a reviewer reported',
    body: ProblemAnswerInput,
  },
  'GET /api/assessment/marks': {
    summary: 'Marks whose author was tied to the candidate, as came to light since',
    answer: QuestionedMarksView,
  },
  'POST /api/assessment/marks/:id/answer': {
    summary: 'Set marks in question aside, let them stand, or enter it in the register of threats',
    body: MarksAnswerInput,
    answer: QuestionedMarksView,
  },
});
