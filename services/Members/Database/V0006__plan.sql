-- The district's operating plan as data.
create table plan_goals (
    year     int not null,
    code     text not null,
    kind     text not null check (kind in ('standing', 'activity')),
    title_sv text not null,
    title_en text not null,
    position int not null,
    primary key (year, code)
);
