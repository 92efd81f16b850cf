/** In SQL: `source`, a score of one entry, and `carried`, the copy of it that counts in another, at `pointer`. */
export const countedElsewhere = `score source JOIN score carried ON carried.carried_from_id = source.id
  JOIN entry_score pointer ON pointer.score_id = carried.id`;
