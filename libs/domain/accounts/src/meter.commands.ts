import { command, Fits } from '@annals/command-bus';
import { usage } from '@annals/contracts-accounts';
import { id } from '@annals/contracts-values';

const { meterId, register, from, to, quantity, unit } = usage.shape;

/** From an instant up to another, the latter excluded; `register` tells apart what one meter counts. */
export class MeterUsage extends command('MeterUsage') {
  @Fits(meterId) readonly meterId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(register.optional()) readonly register?: string | null;
  @Fits(from) readonly from!: string;
  @Fits(to) readonly to!: string;
  @Fits(quantity) readonly quantity!: string;
  @Fits(unit) readonly unit!: string;
}
