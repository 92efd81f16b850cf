/** What a part of each kind is made from, as the bank calls it. */
export const nouns = { form: 'blueprint', lab: 'lab', portfolio: 'rubric' } as const;
