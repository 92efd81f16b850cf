/** Of an account, what ties somebody to its person wherever they are enrolled: in the words of `account_tie`, which says it of enrolments. */
const toPerson = `
  SELECT account, 'candidate', NULL::timestamptz, NULL::timestamptz, NULL::timestamptz
  UNION ALL SELECT interest.person_id, interest.tie, interest.from_at, LEAST(interest.until_at, interest.ended_at), interest.declared_at
  FROM interest WHERE interest.candidate_id = account
    OR interest.email IN (SELECT email FROM person_address known WHERE known.person_id = account)
  UNION ALL SELECT staff.person_id, CASE staff.role WHEN 'manager' THEN 'manager' ELSE 'employee' END,
    GREATEST(staff.from_at, house.from_at), LEAST(staff.until_at, house.until_at), NULL
  FROM appointment house JOIN appointment staff ON staff.institution_id = house.institution_id AND staff.role <> 'candidate'
  WHERE house.person_id = account AND house.role = 'candidate'
  UNION ALL SELECT interest.person_id, interest.tie, GREATEST(interest.from_at, house.from_at),
    LEAST(interest.until_at, interest.ended_at, house.until_at), GREATEST(interest.declared_at, house.from_at)
  FROM appointment house JOIN interest ON interest.institution_id = house.institution_id
  WHERE house.person_id = account AND house.role = 'candidate'`;

const asDefiner = 'LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp';

/**
 * Where accounts are one person's: what ties to the candidate of one account ties to that of every other, for the same role and level
 * where it is of an enrolment, and what ties one account ties every other of whoever it ties. It came to be known when somebody noted
 * that they are one person's. Functions, so that a question of anybody
 * else plans as if there were no such accounts: they are asked for what stands in `same_account` alone, which is little.
 */
export const joinedTies = [
  `CREATE FUNCTION ties_to_account(account uuid, of_role text, of_level text)
    RETURNS TABLE (person_id uuid, tie text, from_at timestamptz, until_at timestamptz, known_at timestamptz) ROWS 10 ${asDefiner} AS $$ BEGIN
    RETURN QUERY SELECT tied.person_id, tied.tie, tied.from_at, tied.until_at, tied.known_at FROM enrolment own
      JOIN account_tie tied ON tied.enrolment_id = own.id
      WHERE own.candidate_id = account AND own.role = of_role AND own.level = of_level;
    RETURN QUERY ${toPerson}; END $$`,
  `CREATE VIEW joined_tie AS SELECT also.id AS enrolment_id, tied.person_id, tied.tie, tied.from_at, tied.until_at,
      GREATEST(tied.from_at, tied.known_at, same.known_at) AS known_at
    FROM same_account same JOIN enrolment also ON also.candidate_id = same.also_id
    CROSS JOIN LATERAL ties_to_account(same.person_id, also.role, also.level) tied`,
  `CREATE FUNCTION ties_of_account(account uuid)
    RETURNS TABLE (enrolment_id uuid, tie text, from_at timestamptz, until_at timestamptz, known_at timestamptz) ROWS 10 ${asDefiner} AS $$ BEGIN
    RETURN QUERY SELECT tied.enrolment_id, tied.tie, tied.from_at, tied.until_at, tied.known_at FROM account_tie tied WHERE tied.person_id = account;
    RETURN QUERY SELECT tied.enrolment_id, tied.tie, tied.from_at, tied.until_at, tied.known_at FROM joined_tie tied WHERE tied.person_id = account;
    END $$`,
  ...['ties_to_account(uuid, text, text)', 'ties_of_account(uuid)'].map(
    (name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
  ),
  `CREATE VIEW enrolment_tie AS SELECT * FROM account_tie UNION ALL SELECT * FROM joined_tie
    UNION ALL SELECT tied.enrolment_id, same.also_id, tied.tie, tied.from_at, tied.until_at,
      GREATEST(tied.from_at, tied.known_at, same.known_at)
      FROM same_account same CROSS JOIN LATERAL ties_of_account(same.person_id) tied`,
];
