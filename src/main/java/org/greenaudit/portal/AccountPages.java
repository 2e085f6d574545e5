package org.greenaudit.portal;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.portal.FilterChoice.Pick;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.portal.access.Account;
import org.greenaudit.portal.access.AccountStore;
import org.greenaudit.portal.access.Accounts;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in, one's own password, and for administrators the accounts and the log of what was done. */
@Controller
public class AccountPages {

    /** Letters and digits of any script, with dots, dashes and an at sign between them. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,59}");

    private static final int LONGEST_BUYER_CODE = 64;
    private static final int LOG_ROWS = 200;
    private static final String BACK = "redirect:/accounts";

    /** An account on the page. */
    private record Line(
            long id,
            String name,
            List<Pick> roles,
            String region,
            String buyer,
            boolean token,
            boolean disabled,
            boolean locked,
            boolean own) {}

    /** An entry of the log on the page. */
    private record Entry(String at, String account, String address, String action, String subject, boolean succeeded) {}

    private final Accounts accounts;
    private final AccountStore store;
    private final AccessLog log;

    AccountPages(Accounts accounts, AccountStore store, AccessLog log) {
        this.accounts = accounts;
        this.store = store;
        this.log = log;
    }

    @GetMapping("/login")
    @Needs(Permission.NONE)
    String login(
            @RequestParam(required = false) Optional<String> refused,
            @RequestParam(required = false) Optional<String> out,
            Model model) {
        model.addAttribute("refused", refused.isPresent());
        model.addAttribute("out", out.isPresent());
        return "login";
    }

    @GetMapping("/password")
    @Needs(Permission.ACCOUNT)
    String password(Visit visit, Model model) {
        model.addAttribute("given", visit.account().mustChange());
        model.addAttribute("shortest", Accounts.SHORTEST);
        return "password";
    }

    @PostMapping("/password")
    @Needs(Permission.ACCOUNT)
    String changePassword(
            Visit visit,
            HttpSession session,
            @RequestParam String old,
            @RequestParam String chosen,
            @RequestParam String again,
            RedirectAttributes next) {
        String problem = problem(old, chosen, again);
        if (problem.isEmpty() && !accounts.changePassword(visit.account(), old, chosen, session.getId())) {
            problem = "portal.password.wrong";
        }
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, "password", problem.isEmpty());
        if (!problem.isEmpty()) {
            next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.say(problem, Accounts.SHORTEST)));
            return "redirect:/password";
        }
        next.addFlashAttribute(PageFrame.SAID, Said.done(visit.say("portal.password.changed")));
        return "redirect:/";
    }

    private static String problem(String old, String chosen, String again) {
        if (!chosen.equals(again)) {
            return "portal.password.differ";
        }
        if (!Accounts.isPassword(chosen)) {
            return "portal.password.short";
        }
        return chosen.equals(old) ? "portal.password.same" : "";
    }

    @GetMapping("/accounts")
    @Needs(Permission.ADMINISTER)
    String all(Visit visit, @RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        List<AccessLog.Entry> entries = log.before(before, LOG_ROWS);
        model.addAttribute(
                "accounts",
                store.all().stream().map(account -> line(visit, account)).toList());
        model.addAttribute("roles", roles(visit, Role.VIEWER));
        model.addAttribute(
                "entries", entries.stream().map(entry -> entry(visit, entry)).toList());
        model.addAttribute(
                "earlier",
                entries.size() < LOG_ROWS
                        ? List.of()
                        : List.of(entries.get(LOG_ROWS - 1).id()));
        return "accounts";
    }

    private Line line(Visit visit, Account account) {
        return new Line(
                account.id(),
                account.name(),
                roles(visit, account.role()),
                account.scope().regionPrefix(),
                account.scope().buyerCode(),
                account.token(),
                account.disabled(),
                accounts.isLocked(account),
                account.id() == visit.account().id());
    }

    private static List<Pick> roles(Visit visit, Role chosen) {
        return Stream.of(Role.values())
                .map(role -> new Pick(role.id(), visit.say("portal.role." + role.id()), role == chosen))
                .toList();
    }

    private static Entry entry(Visit visit, AccessLog.Entry entry) {
        return new Entry(
                visit.time(entry.at()),
                entry.account(),
                entry.address(),
                visit.say("portal.log." + entry.action()),
                entry.subject(),
                entry.succeeded());
    }

    @PostMapping("/accounts")
    @Needs(Permission.ADMINISTER)
    String add(
            Visit visit,
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String buyer,
            @RequestParam(defaultValue = "false") boolean token,
            RedirectAttributes next) {
        Optional<Account> wanted = NAME.matcher(name.strip()).matches()
                ? account(0, name.strip(), token, role, region, buyer, false)
                : Optional.empty();
        Optional<String> secret = wanted.flatMap(accounts::add);
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, name, secret.isPresent());
        next.addFlashAttribute(
                PageFrame.SAID,
                secret.map(told -> Said.done(visit.say(
                                token ? "portal.account.token" : "portal.account.password", name.strip(), told)))
                        .orElseGet(() -> Said.refused(visit.say(
                                wanted.isEmpty() ? "portal.account.wrong" : "portal.account.there", name.strip()))));
        return BACK;
    }

    @PostMapping("/accounts/{id}")
    @Needs(Permission.ADMINISTER)
    String change(
            Visit visit,
            @PathVariable long id,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String buyer,
            @RequestParam(defaultValue = "false") boolean disabled,
            RedirectAttributes next) {
        Optional<Account> before = one(id);
        Optional<Account> after =
                before.flatMap(old -> account(id, old.name(), old.token(), role, region, buyer, disabled));
        // who takes the last right to give rights from oneself locks everybody out
        boolean own = id == visit.account().id();
        boolean possible = after.isPresent() && !own;
        if (possible) {
            accounts.change(after.get());
        }
        String name = before.map(Account::name).orElse(String.valueOf(id));
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, name, possible);
        next.addFlashAttribute(
                PageFrame.SAID,
                possible
                        ? Said.done(visit.say("portal.account.changed", name))
                        : Said.refused(visit.say(own ? "portal.account.own" : "portal.account.wrong", name)));
        return BACK;
    }

    @PostMapping("/accounts/{id}/password")
    @Needs(Permission.ADMINISTER)
    String reset(Visit visit, @PathVariable long id, RedirectAttributes next) {
        Optional<Account> account = one(id);
        String name = account.map(Account::name).orElse(String.valueOf(id));
        // one's own is changed with the old one
        boolean own = id == visit.account().id();
        Optional<String> secret = account.filter(one -> !one.token() && !own).map(accounts::resetPassword);
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, name, secret.isPresent());
        next.addFlashAttribute(
                PageFrame.SAID,
                secret.map(told -> Said.done(visit.say("portal.account.password", name, told)))
                        .orElseGet(() ->
                                Said.refused(visit.say(own ? "portal.account.own" : "portal.account.wrong", name))));
        return BACK;
    }

    private Optional<Account> one(long id) {
        return store.all().stream().filter(account -> account.id() == id).findFirst();
    }

    /** The account that a form describes; empty where it describes none. */
    private static Optional<Account> account(
            long id, String name, boolean token, String role, String region, String buyer, boolean disabled) {
        if (!AccessScope.isPrefix(region.strip()) || buyer.strip().length() > LONGEST_BUYER_CODE) {
            return Optional.empty();
        }
        AccessScope scope = new AccessScope(region.strip(), buyer.strip());
        return Role.of(role)
                // who gives rights could give those beyond a scope too
                .filter(known -> known != Role.ADMIN || scope.isWhole())
                .map(known -> new Account(id, name, token, known, scope, !token, disabled, Optional.empty()));
    }
}
