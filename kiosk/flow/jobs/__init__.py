"""What is done meanwhile, beside the GUI thread: takes the visit and the event, gives an event."""

from kiosk.flow.jobs.binding import (
    bind_my_number,
    let_my_number_go,
)
from kiosk.flow.jobs.calling import (
    call_librarian,
    take_back_call,
)
from kiosk.flow.jobs.details import (
    change_password,
    confirm_email,
    find_details,
    find_history,
    keep_history,
    remove_contact,
    reset_password,
    send_reset_code,
    send_test_email,
    set_contact,
)
from kiosk.flow.jobs.ic_cards import (
    bind_ic_card,
    let_ic_card_go,
    take_ic_card,
)
from kiosk.flow.jobs.listing import (
    find_listed,
    print_list_slip,
)
from kiosk.flow.jobs.locating import (
    find_location,
    print_location_slip,
)
from kiosk.flow.jobs.my_library import (
    cancel_reservation,
    change_reservation,
    find_changes,
    find_my_library,
    open_slip,
    renew,
    undo,
)
from kiosk.flow.jobs.opening import (
    open_by_isbn,
    open_by_item,
    open_title,
)
from kiosk.flow.jobs.reserving import (
    find_options,
    print_slip,
    reserve,
)
from kiosk.flow.jobs.searching import (
    NEW_TITLES_SHOWN,
    count_hits,
    find_new_titles,
    open_conditions,
    search,
    suggest,
)
from kiosk.flow.jobs.setting_up import (
    enrol,
    find_authority,
)
from kiosk.flow.jobs.signing_in import (
    choose_password,
    prove,
    read_tries,
    sign_in,
    sign_out,
)
from kiosk.flow.jobs.staff import (
    hang_out_the_sign,
    open_staff_door,
    take_down_the_sign,
)
from kiosk.flow.jobs.waiting import (
    find_waiting,
)

__all__ = [
    "NEW_TITLES_SHOWN",
    "bind_ic_card",
    "bind_my_number",
    "call_librarian",
    "cancel_reservation",
    "change_password",
    "change_reservation",
    "choose_password",
    "confirm_email",
    "count_hits",
    "enrol",
    "find_authority",
    "find_changes",
    "find_details",
    "find_history",
    "find_listed",
    "find_location",
    "find_my_library",
    "find_new_titles",
    "find_options",
    "find_waiting",
    "hang_out_the_sign",
    "keep_history",
    "let_ic_card_go",
    "let_my_number_go",
    "open_by_isbn",
    "open_by_item",
    "open_conditions",
    "open_slip",
    "open_staff_door",
    "open_title",
    "print_list_slip",
    "print_location_slip",
    "print_slip",
    "prove",
    "read_tries",
    "remove_contact",
    "renew",
    "reserve",
    "reset_password",
    "search",
    "send_reset_code",
    "send_test_email",
    "set_contact",
    "sign_in",
    "sign_out",
    "suggest",
    "take_back_call",
    "take_down_the_sign",
    "take_ic_card",
    "undo",
]
