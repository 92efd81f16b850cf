/** What somebody is to a candidate, said of them: in the rules, and where a rule was lifted. */
export default {
  candidate: 'is the candidate',
  trainer: 'trained the candidate',
  assessor: 'assessed the candidate',
  moderator: 'settled the candidate’s marks',
  viewer: 'has looked into the case',
  reader: 'can or could read cases by name',
  manager: 'manages the candidate’s institution',
  employee: 'works for the candidate’s institution',
  enroller: 'enrolled the candidate for an institution',
  'registrar-act': 'acted on the case in another office',
  relative: 'is related to the candidate',
  teacher: 'taught the candidate elsewhere',
  colleague: 'works with the candidate',
  acquaintance: 'knows the candidate',
} as const;
