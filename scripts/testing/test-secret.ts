/** The secret key of every installation that tests make, so that the roles of their one server get one password. */
export const testSecret = 'a secret key for tests, known to everyone'
