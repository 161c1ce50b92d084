// Problems (RFC 9457) as errors that a frontend can switch on.
import type { components } from './openapi.js';

export type Problem = components['schemas']['Problem'];
export type Reason = components['schemas']['Reason'];

const PREFIX = 'urn:defender-bff:problem:';

/** What the service answered instead of what was asked for; `message` is a sentence for people. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The last part of the problem's type, as in `permission-denied`; empty where somebody else answered. */
  readonly kind: string;

  constructor(readonly status: number, readonly problem: Problem, /** Seconds. */ readonly retryAfter?: number) {
    super(problem.detail ?? problem.title);
    this.kind = problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : '';
  }

  static async of(response: Response): Promise<ProblemError> {
    const { status } = response;
    const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
    const problem: Problem = isProblem ? await response.json()
      : { type: 'about:blank', title: `The service answered ${status}.`, status };
    const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    return Number.isNaN(seconds) ? new ProblemError(status, problem)
      : new ProblemError(status, problem, seconds);
  }

  /** Why a permission is missing; empty for other problems. */
  get reasons(): Reason[] {
    return this.problem.reasons ?? [];
  }

  /** Nobody is signed in, or no longer: go to `problem.login_url`. */
  get isSignedOut(): boolean {
    return this.kind === 'not-signed-in' || this.kind === 'session-expired';
  }

  /** The session lives, but the person must prove again who they are: go to `problem.login_url`, then ask them again. */
  get isStepUp(): boolean {
    return this.kind === 'step-up-required';
  }
}
