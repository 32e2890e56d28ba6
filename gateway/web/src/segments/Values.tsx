import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useInterests } from '../activation/data';
import { useAssociations, useMunicipalities } from '../api/associations';
import type { Gender } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { helpWays } from '../ui/personFields';
import { useTexts } from '../ui/useTexts';
import type { Condition, ContactWay, CurrentState } from './filter';
import classes from './segments.module.css';

interface Props<C extends Condition = Condition> {
  id: string;
  condition: C;
  change: (condition: C) => void;
}

const genders: Gender[] = ['woman', 'man', 'other', 'notStated'];
const states: CurrentState[] = ['applicant', 'paid', 'member'];
const ways: ContactWay[] = ['email', 'phone', 'post'];
const assignments = ['chair', 'deputyChair', 'treasurer', 'membershipSecretary', 'studyOrganiser', 'feministOfficer', 'boardMember', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy', 'nominationCommittee', 'regionCouncillor', 'regionSubstitute', 'regionSeat', 'memberOfParliament', 'ombudsman'];

/** What a condition asks for, by its kind. */
export function Values({ id, condition, change }: Props) {
  const t = useTexts('segments');
  const codes = useCodes();
  const { data: associations = [] } = useAssociations();
  const { data: municipalities = [] } = useMunicipalities();
  const { data: interests = [] } = useInterests();
  const { language } = useFormat();
  switch (condition.kind) {
    case 'association':
      return <Choices label={t('segments:kind.association')} options={associations.map((row) => [row.id, row.name])} chosen={condition.ids} choose={(ids) => change({ ...condition, ids })} />;
    case 'municipality':
      return <Choices label={t('segments:kind.municipality')} options={municipalities.map((row) => [row.code, row.name])} chosen={condition.codes} choose={(chosen) => change({ ...condition, codes: chosen })} />;
    case 'state':
      return <Choices label={t('segments:kind.state')} options={states.map((one) => [one, codes('membership', one)])} chosen={condition.states} choose={(chosen) => change({ ...condition, states: chosen })} />;
    case 'assignment':
      return <Choices label={t('segments:kind.assignment')} help={t('segments:editor.noneIsAny')} options={assignments.map((one) => [one, codes('assignment', one)])} chosen={condition.kinds} choose={(kinds) => change({ ...condition, kinds })} />;
    case 'interest':
      return <Choices label={t('segments:kind.interest')} help={t('segments:editor.noneIsAny')} options={helpWays.map((one) => [one, codes('helpWay', one)])} chosen={condition.ways} choose={(chosen) => change({ ...condition, ways: chosen })} />;
    case 'skill':
      return <Choices label={t('segments:kind.skill')} options={interests.map((row) => [row.id, language === 'en' ? row.nameEn : row.nameSv])} chosen={condition.ids} choose={(ids) => change({ ...condition, ids })} />;
    case 'gender':
      return <Choices label={t('segments:kind.gender')} options={genders.map((one) => [one, t(`segments:gender.${one}`)])} chosen={condition.genders} choose={(chosen) => change({ ...condition, genders: chosen })} />;
    case 'memberSince':
      return (
        <div className={classes.pair}>
          <DateField id={`${id}-from`} label={t('segments:editor.from')} value={condition.from ?? ''} onChange={(value) => change({ ...condition, from: value || null })} />
          <DateField id={`${id}-until`} label={t('segments:editor.until')} value={condition.until ?? ''} onChange={(value) => change({ ...condition, until: value || null })} />
        </div>
      );
    case 'born':
      return (
        <div className={classes.pair}>
          <Whole label={t('segments:editor.from')} value={condition.from} min={1900} max={2100} change={(from) => change({ ...condition, from })} />
          <Whole label={t('segments:editor.until')} value={condition.until} min={1900} max={2100} change={(until) => change({ ...condition, until })} />
        </div>
      );
    case 'language':
      return (
        <NativeSelect
          label={t('segments:kind.language')}
          value={condition.language}
          onChange={(event) => change({ ...condition, language: event.currentTarget.value as 'sv' | 'en' })}
          data={[
            { value: 'sv', label: t('segments:language.sv') },
            { value: 'en', label: t('segments:language.en') },
          ]}
        />
      );
    case 'reachedBy':
      return (
        <NativeSelect
          label={t('segments:kind.reachedBy')}
          value={condition.way}
          onChange={(event) => change({ ...condition, way: event.currentTarget.value as ContactWay })}
          data={ways.map((one) => ({ value: one, label: t(`segments:way.${one}`) }))}
        />
      );
    case 'notHeardFrom':
    case 'came':
    case 'helped':
      return <Whole label={t('segments:editor.months')} value={condition.months} min={1} max={120} change={(months) => change({ ...condition, months })} />;
    default:
      return null;
  }
}

function Choices<T extends string>({ label, help, options, chosen, choose }: { label: string; help?: string; options: [T, string][]; chosen: T[]; choose: (chosen: T[]) => void }) {
  return (
    <Checkbox.Group label={label} description={help} value={chosen} onChange={(values) => choose(values as T[])}>
      <div className={classes.choices}>
        {options.map(([value, text]) => (
          <Checkbox key={value} value={value} label={text} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Whole({ label, value, min, max, change }: { label: string; value: number | null; min: number; max: number; change: (value: number | null) => void }) {
  return (
    <TextInput
      label={label}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={1}
      value={value ?? ''}
      onChange={(event) => change(Number.isInteger(event.currentTarget.valueAsNumber) ? event.currentTarget.valueAsNumber : null)}
      w={140}
    />
  );
}
