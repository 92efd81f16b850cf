/** The header in which a page says by id for whom it acts; without one, for whoever is logged in. */
export const actsForHeader = 'x-acts-for';
