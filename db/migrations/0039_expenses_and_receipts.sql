-- What is taken out can be put back, so that no expense is deleted; receipts are the payers'.

alter table expense add column taken_out_at timestamptz;
grant update (taken_out_at) on expense to klyngerum_web;
drop policy taken_out_by_those_who_pay on expense;
revoke delete on expense from klyngerum_web;
-- Entered in one's own name.
alter policy entered_by_those_who_pay on expense
  with check (cluster_id = (select current_cluster()) and (select pays()) and taken_out_at is null
    and entered_by in (select member_id from answering()));

alter table kept_file
  add constraint slides_are_slides check (purpose <> 'slides' or media_type not like 'image/%'),
  add constraint a_receipt_is_no_slide check (purpose <> 'receipt' or media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  add constraint a_receipt_is_small check (purpose <> 'receipt' or length(bytes) <= 10485760),
  add constraint a_receipt_is_no_guests check (purpose <> 'receipt' or guest_id is null);
-- A receipt that another takes the place of.
create policy taken_out_by_those_who_pay on kept_file for delete to klyngerum_web
  using (purpose = 'receipt' and cluster_id = (select current_cluster()) and (select pays()));

-- The list of who was there goes with the receipts, locums among them.
create policy visitors_for_those_who_pay on visitor_present for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select pays()));
