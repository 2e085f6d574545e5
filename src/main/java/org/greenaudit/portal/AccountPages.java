package org.greenaudit.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.message.ExplainedException;
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
import org.greenaudit.portal.access.SecurityConfiguration;
import org.greenaudit.portal.access.SingleSignOn;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

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

    /** A way of signing in without a password here, on the page; of one name at most. */
    private record Way(String href, List<String> name) {}

    private static final Logger LOG = LoggerFactory.getLogger(AccountPages.class);

    private final Accounts accounts;
    private final AccountStore store;
    private final AccessLog log;
    private final Optional<SingleSignOn> singleSignOn;
    private final ServedJobs jobs;

    AccountPages(
            Accounts accounts,
            AccountStore store,
            AccessLog log,
            Optional<SingleSignOn> singleSignOn,
            ServedJobs jobs) {
        this.accounts = accounts;
        this.store = store;
        this.log = log;
        this.singleSignOn = singleSignOn;
        this.jobs = jobs;
    }

    @GetMapping("/login")
    @Needs(Permission.NONE)
    String login(
            @RequestParam(required = false) Optional<String> refused,
            @RequestParam(required = false) Optional<String> out,
            @RequestParam(required = false) Optional<String> expired,
            @RequestParam(required = false) Optional<String> sso,
            @RequestParam(required = false) Optional<String> away,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        model.addAttribute("refused", refused.isPresent());
        model.addAttribute("expired", expired.isPresent());
        model.addAttribute("unknown", sso.isPresent());
        model.addAttribute("away", away.isPresent());
        model.addAttribute("to", to);
        model.addAttribute(
                "ways",
                singleSignOn.map(SingleSignOn::ways).orElse(List.of()).stream()
                        .map(way -> new Way(
                                href(way.path(), to), way.name().stream().toList()))
                        .toList());
        model.addAttribute("out", out.isPresent());
        return "login";
    }

    private static String href(String path, String to) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!to.isEmpty()) {
            address.queryParam("to", "{to}");
        }
        return address.encode().buildAndExpand(to).toUriString();
    }

    @GetMapping("/password")
    @Needs(Permission.ACCOUNT)
    String password(Visit visit, @RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        model.addAttribute("given", visit.account().mustChange());
        model.addAttribute("shortest", Accounts.SHORTEST);
        return "password";
    }

    @PostMapping("/password")
    @Needs(Permission.ACCOUNT)
    RedirectView changePassword(
            Visit visit,
            HttpServletRequest request,
            HttpSession session,
            @RequestParam String old,
            @RequestParam String chosen,
            @RequestParam String again,
            RedirectAttributes next) {
        Optional<String> to = SecurityConfiguration.wanted(request);
        String problem = passwordProblem(old, chosen, again);
        if (problem.isEmpty()
                && !accounts.changePassword(visit.account(), old, chosen, session.getId(), visit.address())) {
            problem = "portal.password.wrong";
        }
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, "password", problem.isEmpty());
        if (!problem.isEmpty()) {
            next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.say(problem, Accounts.SHORTEST)));
            to.ifPresent(page -> next.addAttribute("to", page));
            return new RedirectView("/password");
        }
        next.addFlashAttribute(PageFrame.SAID, Said.done(visit.say("portal.password.changed")));
        RedirectView page = new RedirectView(to.orElse("/"));
        page.setExpandUriTemplateVariables(false);
        return page;
    }

    private static String passwordProblem(String old, String chosen, String again) {
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
        String wanted = name.strip();
        String problem = NAME.matcher(wanted).matches() ? problem(role, region, buyer) : "portal.account.name";
        Optional<String> secret = problem.isEmpty()
                ? accounts.add(account(0, wanted, token, role, region, buyer, false))
                : Optional.empty();
        log.add(
                visit.account().name(),
                visit.address(),
                AccessLog.Action.ACCOUNT,
                given(name, role, region, buyer),
                secret.isPresent());
        next.addFlashAttribute(
                PageFrame.SAID,
                secret.map(told -> told(visit, wanted, token, told, doubt(visit, region)))
                        .orElseGet(() ->
                                Said.refused(visit.say(problem.isEmpty() ? "portal.account.there" : problem, wanted))));
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
        Account before = one(id);
        // who takes the last right to give rights from oneself locks everybody out
        String problem = id == visit.account().id() ? "portal.account.own" : problem(role, region, buyer);
        if (problem.isEmpty()
                && !accounts.change(account(id, before.name(), before.token(), role, region, buyer, disabled))) {
            problem = "portal.account.last";
        }
        String given = given(before.name(), role, region, buyer) + (disabled ? " disabled" : "");
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, given, problem.isEmpty());
        next.addFlashAttribute(
                PageFrame.SAID,
                problem.isEmpty()
                        ? Said.done(visit.say("portal.account.changed", before.name()) + doubt(visit, region))
                        : Said.refused(visit.say(problem, before.name())));
        return BACK;
    }

    @PostMapping("/accounts/{id}/secret")
    @Needs(Permission.ADMINISTER)
    String reset(Visit visit, @PathVariable long id, RedirectAttributes next) {
        Account account = one(id);
        // one's own is changed with the old one
        boolean own = id == visit.account().id();
        next.addFlashAttribute(
                PageFrame.SAID,
                own
                        ? Said.refused(visit.say("portal.account.own", account.name()))
                        : told(visit, account.name(), account.token(), accounts.renewSecret(account), ""));
        log.add(visit.account().name(), visit.address(), AccessLog.Action.ACCOUNT, account.name(), !own);
        return BACK;
    }

    /** What an account was given, for the log. */
    private static String given(String name, String role, String region, String buyer) {
        return String.join(" ", name, role, region, buyer).strip();
    }

    private static Said told(Visit visit, String name, boolean token, String secret, String doubt) {
        return Said.done(visit.say(token ? "portal.account.token" : "portal.account.password", name, secret) + doubt);
    }

    /**
     * What there is to say of a region that no served job knows; nothing of others. It is not refused: feeds name zones of a city's
     * own, which no table of divisions has.
     */
    private String doubt(Visit visit, String region) {
        String prefix = region.strip();
        try {
            boolean known = prefix.isEmpty()
                    || jobs.names().stream()
                            .anyMatch(job -> jobs.catalog(job).regions().isBeginning(prefix));
            return known ? "" : " " + visit.say("portal.account.region-unknown", prefix);
        } catch (ExplainedException e) {
            LOG.warn("the region of an account is not looked up: the catalogs cannot be read", e);
            return "";
        }
    }

    private Account one(long id) {
        return store.all().stream()
                .filter(account -> account.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a form has wrong about an account; empty where it describes one. */
    private static String problem(String role, String region, String buyer) {
        Optional<Role> known = Role.of(role);
        if (known.isEmpty()) {
            return "portal.account.role";
        }
        if (!AccessScope.isPrefix(region.strip())) {
            return "portal.account.region";
        }
        if (buyer.strip().length() > LONGEST_BUYER_CODE) {
            return "portal.account.buyer";
        }
        // who gives rights could give those beyond a scope too
        boolean whole = new AccessScope(region.strip(), buyer.strip()).isWhole();
        return known.get() == Role.ADMIN && !whole ? "portal.account.admin" : "";
    }

    /** The account that a form without a {@link #problem} describes. */
    private static Account account(
            long id, String name, boolean token, String role, String region, String buyer, boolean disabled) {
        return new Account(
                id,
                name,
                token,
                Role.of(role).orElseThrow(),
                new AccessScope(region.strip(), buyer.strip()),
                !token,
                disabled,
                Optional.empty());
    }
}
