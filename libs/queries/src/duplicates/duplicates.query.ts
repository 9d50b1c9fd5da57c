import { ValueList } from '@annals/http';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery, type OneOrMany } from '../page.js';

/** Pairs of customers that are probably one. */
export class PairsQuery extends PageQuery {
  @IsOptional() @ValueList() @IsIn(['same', 'probable'], { each: true }) readonly verdict?: OneOrMany<
    'same' | 'probable'
  >;
}
