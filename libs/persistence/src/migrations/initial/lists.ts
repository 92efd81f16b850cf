/** What lists are ordered and searched by. */
export const lists = [
  // Chinese names by their sound, figures in names by their value. A server built without ICU orders by code point.
  `DO $$ BEGIN
    CREATE COLLATION person_name (provider = icu, locale = 'zh-u-kn-true');
  EXCEPTION WHEN feature_not_supported OR undefined_object THEN
    CREATE COLLATION person_name FROM "C";
  END $$`,
  `CREATE INDEX person_by_name ON person (name COLLATE person_name, id)`,
  `CREATE INDEX person_newest ON person (created_at DESC, id)`,
];
