import supertest from 'supertest';

type Agent = ReturnType<typeof supertest.agent>;

/** Somebody at a browser: keeps cookies, and sends the token that changes need. */
export class Client {
  private readonly agent: Agent;
  private token = '';

  constructor(url: string) {
    this.agent = supertest.agent(url);
  }

  get(path: string) {
    return this.agent.get(path);
  }

  post(path: string, body?: object) {
    return this.agent.post(path).set('x-csrf-token', this.token).send(body);
  }

  put(path: string, body?: object) {
    return this.agent.put(path).set('x-csrf-token', this.token).send(body);
  }

  patch(path: string, body?: object) {
    return this.agent.patch(path).set('x-csrf-token', this.token).send(body);
  }

  delete(path: string) {
    return this.agent.delete(path).set('x-csrf-token', this.token);
  }

  /** For multipart bodies: the bare request with its token. */
  upload(path: string) {
    return this.agent.post(path).set('x-csrf-token', this.token);
  }

  get csrfToken(): string {
    return this.token;
  }

  /** The present cookies, for a WebSocket or a request made by other means. */
  async cookie(): Promise<string> {
    const answer = await this.agent.get('/api/auth/me');
    const request = answer.request as unknown as { cookies?: string };
    return request.cookies ?? '';
  }

  async refreshToken(): Promise<void> {
    const answer = await this.agent.get('/api/auth/csrf').expect(200);
    this.token = (answer.body as { token: string }).token;
  }

  async logIn(email: string, password: string): Promise<void> {
    await this.refreshToken();
    await this.post('/api/auth/log-in', { email, password }).expect(204);
    await this.refreshToken();
  }
}

/** Somebody who is not logged in, but whose page is up to date. */
export const visitor = async (url: string): Promise<Client> => {
  const client = new Client(url);
  await client.refreshToken();
  return client;
};
