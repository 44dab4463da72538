-- As it was shown to those who decided; what it was written over is gone from the files once it is in force.
alter table rule_change add column difference text not null default '';
