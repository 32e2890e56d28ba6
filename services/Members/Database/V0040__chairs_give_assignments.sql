-- An association's chair gives, renews and ends its assignments, as the annual meeting has elected; those of the district stay the district's.
insert into assignment_permissions (kind, permission) values ('chair', 'assignments:manage');
update assignments set rights_told = false where ended_on is null and kind = 'chair';
