-- The order in which an association, or the district, names those it has elected.
alter table assignment_kinds add column position int not null default 0;

update assignment_kinds set position = ordered.position
from unnest(array[
    'chair', 'deputyChair', 'treasurer', 'membershipSecretary', 'studyOrganiser', 'feministOfficer', 'boardMember',
    'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy', 'nominationCommittee', 'regionCouncillor', 'memberOfParliament',
    'ombudsman', 'operator', 'administrator']) with ordinality as ordered (kind, position)
where assignment_kinds.kind = ordered.kind;
