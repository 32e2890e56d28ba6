import { Button, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTexts } from '../ui/useTexts';
import { blank, type ConditionKind, conditionKinds, type Filter, type Group, isGroup } from './filter';
import classes from './segments.module.css';
import { Values } from './Values';

/** Deep enough for "in Karlstad, and wants to drive or to organise", and no deeper than can be read. */
const deepest = 2;

interface Props {
  group: Group;
  change: (group: Group) => void;
  depth?: number;
  remove?: () => void;
}

/** A group of conditions, all or any of which must hold; conditions and groups are added, changed and removed in place. */
export function FilterEditor({ group, change, depth = 1, remove }: Props) {
  const t = useTexts('segments');
  const put = (at: number, one: Filter) => change({ ...group, of: group.of.with(at, one) });
  const take = (at: number) => change({ ...group, of: group.of.filter((_, place) => place !== at) });
  return (
    <div className={depth > 1 ? classes.group : 'flow'} role="group" aria-label={t(depth > 1 ? 'segments:editor.group' : 'segments:editor.conditions')}>
      <div className={classes.head}>
        <NativeSelect
          label={t('segments:editor.match')}
          value={group.kind}
          onChange={(event) => change({ ...group, kind: event.currentTarget.value as Group['kind'] })}
          data={[
            { value: 'all', label: t('segments:editor.all') },
            { value: 'any', label: t('segments:editor.any') },
          ]}
        />
        {remove && (
          <Button variant="subtle" onClick={remove}>
            {t('segments:editor.removeGroup')}
          </Button>
        )}
      </div>
      {group.of.map((one, at) => {
        const inner = one.kind === 'not' ? one.of : one;
        return isGroup(inner) ? (
          <FilterEditor key={at} group={inner} depth={depth + 1} change={(next) => put(at, one.kind === 'not' ? { kind: 'not', of: next } : next)} remove={() => take(at)} />
        ) : (
          <ConditionRow key={at} filter={one} change={(next) => put(at, next)} remove={() => take(at)} />
        );
      })}
      <div className="row-of-buttons">
        <Button variant="default" onClick={() => change({ ...group, of: [...group.of, blank('association')] })}>
          {t('segments:editor.add')}
        </Button>
        {depth < deepest && (
          <Button variant="default" onClick={() => change({ ...group, of: [...group.of, { kind: group.kind === 'all' ? 'any' : 'all', of: [blank('association')] }] })}>
            {t('segments:editor.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}

function ConditionRow({ filter, change, remove }: { filter: Filter; change: (filter: Filter) => void; remove: () => void }) {
  const t = useTexts('segments');
  const id = useId();
  const negated = filter.kind === 'not';
  const inner = negated ? filter.of : filter;
  if (inner.kind === 'not' || isGroup(inner)) return null;
  const as = (one: Filter, not: boolean): Filter => (not ? { kind: 'not', of: one } : one);
  return (
    <div className={classes.condition}>
      <div className={classes.head}>
        <NativeSelect
          label={t('segments:editor.condition')}
          value={inner.kind}
          onChange={(event) => change(as(blank(event.currentTarget.value as ConditionKind), negated))}
          data={conditionKinds.map((kind) => ({ value: kind, label: t(`segments:kind.${kind}`) }))}
        />
        <NativeSelect
          label={t('segments:editor.holds')}
          value={negated ? 'not' : 'is'}
          onChange={(event) => change(as(inner, event.currentTarget.value === 'not'))}
          data={[
            { value: 'is', label: t('segments:editor.is') },
            { value: 'not', label: t('segments:editor.not') },
          ]}
        />
        <Button variant="subtle" onClick={remove}>
          {t('segments:editor.remove', { condition: t(`segments:kind.${inner.kind}`) })}
        </Button>
      </div>
      <Values id={id} condition={inner} change={(next) => change(as(next, negated))} />
    </div>
  );
}
