import type { Config } from '../config.js';
import type { PartnerActor } from '../shared/actor.js';
import { Failure } from '../shared/failures.js';
import type { Allowance, Caller, NoteUsage, Standings } from './limits/allowance.js';
import { withinScopes } from './scopes.js';
import type { Operation, OperationRequest, Operations } from './operations.js';

/** An operation that may run now, what it costs, and what is left to the caller. */
export interface Admitted {
  operation: Operation;
  cost: number;
  standings: Standings;
}

type GateConfig = Pick<Config, 'maxCost' | 'introspection' | 'anonymousOperations'>;

/** Every operation passes here, whichever way it came: rates, the document's own limits, who may ask for it, and its price. */
export class Gate {
  constructor(private readonly operations: Operations, private readonly allowance: Allowance, private readonly config: GateConfig, private readonly note: NoteUsage) {}

  /** Counts the caller; throws a Failure or DocumentErrors for what must not run. */
  async admit(request: OperationRequest, variables: Readonly<Record<string, unknown>>, caller: Caller): Promise<Admitted> {
    const { actor } = caller;
    if (actor.kind === 'PARTNER') return this.admitPartner(request, variables, actor);
    const standings = (await this.allowance.enter(caller))!;
    const operation = this.allowed(this.operations.prepare(request), caller);
    return { operation, cost: this.priced(operation, variables), standings };
  }

  /** Told how an admitted operation of a partner ended. */
  ended(actor: Caller['actor'], { cost }: Admitted, failed: boolean): void {
    if (actor.kind === 'PARTNER') this.note(actor, { cost, refused: false, failed });
  }

  private async admitPartner(request: OperationRequest, variables: Readonly<Record<string, unknown>>, actor: PartnerActor): Promise<Admitted> {
    try {
      const operation = await this.orPay(actor, () => this.operations.prepare(request));
      await this.orPay(actor, () => withinScopes(actor, operation.document, request.operationName));
      const cost = await this.orPay(actor, () => this.priced(operation, variables));
      return { operation, cost, standings: await this.allowance.pay(actor, cost) };
    } catch (error) {
      this.note(actor, { cost: 0, refused: true, failed: false });
      throw error;
    }
  }

  /** A document that is refused costs its key one unit: reading it was work too. */
  private async orPay<T>(actor: PartnerActor, work: () => T): Promise<T> {
    try {
      return work();
    } catch (error) {
      await this.allowance.pay(actor, 1);
      throw error;
    }
  }

  private allowed(operation: Operation, { actor }: Caller): Operation {
    if (actor.kind !== 'ANONYMOUS') return operation;
    if (operation.introspects && this.config.introspection === 'signed-in') throw new Failure('FORBIDDEN', 'INTROSPECTION_CLOSED');
    if (!operation.isListed && this.config.anonymousOperations === 'listed') throw new Failure('FORBIDDEN', 'OPERATION_NOT_LISTED');
    return operation;
  }

  private priced(operation: Operation, variables: Readonly<Record<string, unknown>>): number {
    const cost = operation.cost(variables);
    if (cost > this.config.maxCost) throw new Failure('COST_EXCEEDED', 'QUERY_TOO_DEAR', null, { cost, limit: this.config.maxCost });
    return cost;
  }
}
