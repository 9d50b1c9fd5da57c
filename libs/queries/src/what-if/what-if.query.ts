import { expected } from '@annals/contracts-values';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { FreshQuery } from '../page.js';

const A_SETTING = {
  each: true,
  message: expected(
    'a setting such as `LIFECYCLE_DECLINING_SILENT_DAYS=90`',
    '设置，例如 `LIFECYCLE_DECLINING_SILENT_DAYS=90`',
  ),
};

export class WhatIfQuery extends FreshQuery {
  /** A setting as at the start, `NAME=value`; several by repeating the parameter. The other settings stay as they are. */
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => [value].flat())
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(2_000, { each: true })
  @Matches(/^[A-Z_]+=/, A_SETTING)
  readonly under: readonly string[] = [];
  /** The number of the first difference of the answer. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) readonly item: number = 1;
  /** Differences at most, up to 500. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(500) readonly limit: number = 100;
}
